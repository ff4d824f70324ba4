"""Another engine, SpiffWorkflow, runs our chains as BPMN 2.0: at the same step, the same people asked, the same end."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from SpiffWorkflow.bpmn.parser import BpmnValidator

from engines.approval import (
    Approve,
    Case,
    Comparison,
    Completion,
    Condition,
    Definition,
    Mode,
    Outcome,
    Overdue,
    Reject,
    Resubmit,
    Return,
    Start,
    State,
    Step,
    Withdraw,
    World,
    advance,
)
from engines.approval.bpmn import bpmn
from tests.oracles.spiff import BEFORE, Chain, Theirs

CHAINS, CASES = 42, 25
MEMBERS = {"class_teacher": frozenset("ab"), "academic_office": frozenset("bcd"), "principal": frozenset("e")}
FACTS = {"clubs": (0, 1, 3), "late": (True, False), "ground": ("", "work")}
FAMILY, NOW = "妈妈", datetime(2026, 11, 20, 8, tzinfo=UTC)
OWN = frozenset({FAMILY})
SCHEMA = BpmnValidator().validator
conditions = st.one_of(
    st.builds(Condition, fact=st.just("clubs"), comparison=st.sampled_from(Comparison), value=st.integers(0, 2)),
    st.builds(Condition, fact=st.just("late"), comparison=st.just(Comparison.IS), value=st.booleans()),
    st.builds(
        Condition, fact=st.just("ground"), comparison=st.sampled_from([Comparison.IS, Comparison.IS_NOT]),
        value=st.sampled_from(["", "work"]),
    ),
)  # fmt: skip
steps = st.builds(
    Step,
    key=st.just("s"), name=st.sampled_from(["班级审核", "学校复审", "校长审定"]),
    groups=st.lists(st.sampled_from(sorted(MEMBERS)), min_size=1, max_size=2, unique=True).map(tuple),
    completion=st.builds(Completion, mode=st.sampled_from(Mode), percent=st.sampled_from([1, 34, 50, 67, 100])),
    skip_if=st.lists(conditions, max_size=2).map(tuple), due_days=st.just(2),
    remind_days=st.sampled_from([None, 1]), overdue=st.sampled_from(Overdue), superiors=st.just(("principal",)),
)  # fmt: skip
publishable = steps.filter(lambda step: not (step.completion.by_each and step.overdue is Overdue.REASSIGN))
chains = st.lists(publishable, min_size=1, max_size=4).map(
    lambda drawn: Definition(
        key="care", version=1, title="课后服务报名",
        steps=tuple(Step(**{**vars(one), "key": f"s{at}"}) for at, one in enumerate(drawn)),
    )
)


class Ours:
    """One case, with everything in `says` that the other engine has to be told."""

    def __init__(self, chain, facts, dice):
        self.chain, self.dice = chain, dice
        self.world = World(members=MEMBERS, due=lambda day, count: day, stand_ins={})
        self.case = Case(definition="care", version=1, applicants=OWN, own=OWN, facts=facts)
        self.does(FAMILY, Start())

    def does(self, actor, action):
        self.case, _ = advance(self.chain, self.case, action, actor, NOW, self.world)

    @property
    def stands(self):
        if self.case.ended:
            return ({State.WITHDRAWN: "taken_back"}.get(self.case.state, self.case.state.value),)
        if self.case.state is State.RETURNED:
            return ("resubmit", None, 1)
        step, waiting = self.chain.step(self.case.step), [task for task in self.case.tasks if task.open]
        return (f"step_{step.key}", " ".join(step.groups), len(waiting))

    def decides(self):
        """Let somebody who is asked decide; return what the other engine has to know of it."""
        before, place = self.case.tasks, self.chain.place(self.case.step)
        task = self.dice.choice([task for task in before if task.open])
        actor = task.assignee or self.dice.choice(sorted(self.world.people(task.groups, ())))
        earlier = [step.key for step in self.chain.steps[:place] if not step.left_out(self.case.facts)]
        said = self.dice.choices(["approved", "rejected", "returned"], [7, 2, 1])[0]
        to = self.dice.choice([None, *earlier]) if said == "returned" else None
        self.does(actor, {
            "approved": Approve(task=task.number), "rejected": Reject(task=task.number, comment="因为"),
            "returned": Return(task=task.number, comment="因为", to=to),
        }[said])  # fmt: skip
        votes = [one.outcome for one in before]
        return {
            "outcome": said, "to": to, "approvals": votes.count(Outcome.APPROVED) + (said == "approved"),
            "rejections": votes.count(Outcome.REJECTED) + (said == "rejected"),
        }  # fmt: skip


def agree(chain, dice):
    """Walk cases through both engines; return how each ended."""
    SCHEMA.assertValid(etree.fromstring(bpmn(chain)))
    learnt = Chain(chain)
    signers = {step.key: sorted(frozenset().union(*map(MEMBERS.get, step.groups))) for step in chain.steps}
    for _ in range(CASES):
        facts = {name: dice.choice(values) for name, values in FACTS.items()}
        ours, theirs = Ours(chain, facts, dice), Theirs(learnt, facts, signers)
        assert ours.stands == theirs.stands
        while not ours.case.ended:
            if dice.random() < 0.04:
                ours.does(FAMILY, Withdraw())
                theirs.withdraws()
            elif ours.case.state is State.RETURNED:
                ours.does(FAMILY, Resubmit())
                theirs.says(outcome=None)
            else:
                theirs.says(**ours.decides())
            assert ours.stands == theirs.stands
        yield ours.stands[0]


CLASS = Step(
    key="class", name="班级审核", groups=("class_teacher",), due_days=2, remind_days=1, overdue=Overdue.NOTIFY,
    superiors=("academic_office",),
)  # fmt: skip
SIGNERS = {"class": ["a", "b"], "principal": ["e"]}
HEAD = Step(key="principal", name="校长审定", groups=("principal",))


def late(overdue, **days):
    """Return a case of the other engine at whose first step some day has come."""
    chain = Definition(key="care", version=1, steps=(replace(CLASS, overdue=overdue), HEAD))
    theirs = Theirs(Chain(chain), {}, SIGNERS, **{name: dict.fromkeys(SIGNERS, day) for name, day in days.items()})
    theirs.looks_at_the_calendar()
    return theirs


def test_the_other_engine_reminds_on_the_day_and_the_task_stays():
    theirs = late(Overdue.NOTIFY, remind_on=BEFORE)
    assert (theirs.messages, theirs.stands) == (["remind_class_message"], ("step_class", "class_teacher", 1))


def test_the_other_engine_tells_superiors_of_what_is_overdue_and_the_task_stays():
    theirs = late(Overdue.NOTIFY, overdue_on=BEFORE)
    assert (theirs.messages, theirs.stands) == (["overdue_class_message"], ("step_class", "class_teacher", 1))


def test_the_other_engine_gives_what_is_overdue_to_the_superiors_and_what_they_say_counts():
    theirs = late(Overdue.REASSIGN, overdue_on=BEFORE)
    assert theirs.stands == ("superiors_class", "academic_office", 1)
    theirs.says(outcome="approved", to=None, approvals=1, rejections=0)
    assert theirs.stands == ("step_principal", "principal", 1)


def test_another_engine_takes_a_thousand_cases_the_same_way():
    ends = Counter()

    @settings(max_examples=CHAINS, phases=[Phase.reuse, Phase.generate])
    @given(chain=chains, dice=st.randoms(use_true_random=False))
    def every_chain(chain, dice):
        ends.update(agree(chain, dice))

    every_chain()
    assert ends.total() >= 1_000
    assert {"approved", "rejected", "taken_back"} <= ends.keys()
