"""Whatever people do in whatever order: what must never happen to a case does not."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from engines.approval import (
    SYSTEM,
    AddSigner,
    Approve,
    Case,
    Claim,
    Close,
    Comparison,
    Completion,
    Condition,
    Copy,
    Definition,
    Delegate,
    Mode,
    Nobody,
    Outcome,
    Overdue,
    Refused,
    Reject,
    Release,
    Remind,
    RemoveSigner,
    Resolve,
    Resubmit,
    Return,
    Ring,
    Start,
    State,
    Step,
    Transfer,
    What,
    Withdraw,
    World,
    advance,
)
from tests.unit.engines.chain import NOW, weekdays_later

PEOPLE = ("a", "b", "c", "mother")
GROUPS = ("one", "two")
OWN = frozenset({"mother"})
people, picks = st.sampled_from(PEOPLE), st.integers(0, 9)
comments = st.sampled_from(["因为", "因为", "因为", ""])
keys = st.sampled_from(["s0", "s1", "s2", None])
steps = st.builds(
    Step,
    key=st.just("s"), name=st.just("一步"), groups=st.sampled_from([("one",), ("two",), GROUPS]),
    completion=st.builds(Completion, mode=st.sampled_from(Mode), percent=st.sampled_from([1, 50, 100])),
    skip_if=st.sampled_from([(), (Condition(fact="clubs", comparison=Comparison.IS, value=0),)]),
    nobody=st.sampled_from(Nobody), fallback=st.sampled_from([(), ("two",)]),
    due_days=st.sampled_from([None, 1]), remind_days=st.sampled_from([None, 1]), overdue=st.sampled_from(Overdue),
    superiors=st.just(("two",)),
)  # fmt: skip
definitions = st.lists(steps, min_size=1, max_size=3).map(
    lambda drawn: Definition(
        key="k", version=1, overseers=("one",),
        steps=tuple(Step(**{**vars(one), "key": f"s{at}"}) for at, one in enumerate(drawn)),
    )
)
worlds = st.builds(
    World,
    members=st.fixed_dictionaries({group: st.frozensets(people) for group in GROUPS}),
    due=st.just(weekdays_later), stand_ins=st.dictionaries(people, people, max_size=2),
)  # fmt: skip
on_task = st.one_of(
    st.builds(Approve, task=picks), st.builds(Reject, task=picks, comment=comments),
    st.builds(Return, task=picks, comment=comments, to=keys), st.builds(Claim, task=picks),
    st.builds(Release, task=picks), st.builds(Delegate, task=picks, to=people),
    st.builds(Resolve, task=picks, comment=comments), st.builds(Transfer, task=picks, to=people, comment=comments),
    st.builds(AddSigner, task=picks, who=people, comment=comments),
    st.builds(RemoveSigner, task=picks, who=people, comment=comments), st.builds(Copy, task=picks, to=people),
)  # fmt: skip
of_system = st.one_of(st.builds(Ring, task=picks), st.builds(Ring, task=picks), st.builds(Close, comment=comments))
actions = st.one_of(
    on_task, on_task, on_task, st.just(Withdraw()), st.just(Resubmit()), st.just(Start()), of_system,
    st.builds(Remind, task=picks), st.builds(Close, comment=comments),
)
walks = st.tuples(worlds, worlds, st.lists(st.tuples(picks, people, actions), min_size=4, max_size=24))
DECISIONS = {What.APPROVED, What.REJECTED, What.RETURNED, What.CLOSED}


def walked(definition, walk, clubs):
    """Yield the case before and after each action, who did it, and what was told; nothing for what was refused."""
    first, second, drawn = walk
    case = Case(definition="k", version=1, applicants=OWN, own=OWN, facts={"clubs": clubs})
    for place, (pick, person, action) in enumerate([(9, "mother", Start()), *drawn]):
        world = first if place < 9 else second  # people come and go meanwhile
        actor, chosen = meant(case, world, pick, person, action)
        try:
            after, told = advance(definition, case, chosen, actor, NOW + timedelta(hours=8 * place), world)
        except Refused:
            continue
        yield case, after, actor, told
        case = after


def meant(case, world, pick, person, action):
    """Return actor and action: mostly somebody who may, about a task that waits."""
    waiting = [task for task in case.tasks if task.open]
    if not waiting or not hasattr(action, "task"):
        return person if pick > 4 else "mother", action
    if isinstance(action, Ring) and pick < 8:
        return SYSTEM, replace(action, task=waiting[action.task % len(waiting)].number)
    task = waiting[action.task % len(waiting)]
    who = [task.assignee] if task.assignee else sorted(world.people(task.groups, task.users))
    able = [one for one in world.those_who_act(who) if one not in OWN]
    return able[pick % len(able)] if able and pick < 8 else person, replace(action, task=task.number)


def nobody_decides_a_case_of_their_own_and_everything_done_is_told(definition, before, after, actor, told):
    assert told or after == before
    assert not (actor in OWN and any(line.what in DECISIONS for line in told))
    assert all(task.assignee not in OWN for task in after.tasks)


def a_case_is_in_one_place_and_somebody_or_some_office_has_it_until_it_ends(definition, before, after, actor, told):
    assert not before.ended
    assert (after.state is State.RUNNING) == (after.step is not None) == bool(after.tasks)
    if after.state is State.RUNNING:
        assert any(task.open and (task.assignee or task.groups) for task in after.tasks)


def a_task_has_a_number_that_no_other_ever_had(definition, before, after, actor, told):
    new = {task.number for task in after.tasks} - {task.number for task in before.tasks}
    assert new == set(range(before.opened + 1, before.opened + 1 + len(new))) and len(after.tasks) <= after.opened
    assert after.opened == before.opened + len(new)


def nobody_is_asked_for_two_signatures_in_one_step(definition, before, after, actor, told):
    signers = [task.owner or task.assignee for task in after.tasks if task.owner or task.assignee]
    assert len({*signers}) == len(signers)


def no_step_is_passed_without_its_signatures_unless_it_is_told_why(definition, before, after, actor, told):
    passed = definition.place(before.step) if before.step else -1
    reached = len(definition.steps) if after.state is State.APPROVED else definition.place(after.step or "")
    if reached is None or reached <= passed:
        return
    skipped = {line.step for line in told if line.what is What.STEP_SKIPPED}
    assert skipped >= {step.key for step in definition.steps[passed + 1:reached]}
    if before.step:
        votes = [task.outcome for task in before.tasks] + [line.what for line in told]
        agreed = votes.count(Outcome.APPROVED) + votes.count(What.APPROVED)
        completion, signers = definition.steps[passed].completion, len(before.tasks)
        signers -= any(line.what is What.SIGNER_REMOVED for line in told)
        share = {Mode.ANY: 1 / signers, Mode.ALL: 1, Mode.RATIO: completion.percent / 100}[completion.mode]
        assert agreed >= max(1, share * signers)


def what_somebody_has_said_in_a_step_stays_said(definition, before, after, actor, told):
    begun_anew = any(line.what is What.STEP_BEGUN for line in told) or after.state is not State.RUNNING
    said = {task.number: task.outcome for task in before.tasks if task.outcome}
    assert begun_anew or said.items() <= {task.number: task.outcome for task in after.tasks}.items()


def the_calendar_decides_nothing_and_says_each_thing_once(definition, before, after, actor, told):
    if actor != SYSTEM or after.state is State.CLOSED:
        return
    assert [task.outcome for task in after.tasks] == [task.outcome for task in before.tasks]
    assert (after.step, after.opened) == (before.step, before.opened)
    rung = [(one, other) for one, other in zip(before.tasks, after.tasks, strict=True) if one != other]
    assert len(rung) == 1
    assert all((other.remind_on, other.overdue_on) != (one.remind_on, one.overdue_on) for one, other in rung)


LAWS = (
    the_calendar_decides_nothing_and_says_each_thing_once,
    nobody_decides_a_case_of_their_own_and_everything_done_is_told,
    a_case_is_in_one_place_and_somebody_or_some_office_has_it_until_it_ends,
    a_task_has_a_number_that_no_other_ever_had,
    nobody_is_asked_for_two_signatures_in_one_step,
    no_step_is_passed_without_its_signatures_unless_it_is_told_why,
    what_somebody_has_said_in_a_step_stays_said,
)


@given(definitions, walks, st.integers(0, 1))
def test_what_must_never_happen_to_a_case_does_not(definition, walk, clubs):
    for step in walked(definition, walk, clubs):
        for law in LAWS:
            law(definition, *step)
