"""Every state of every chain we ship, every action, every role: what follows, or why not, as a file that can be read.

`pytest tests/unit/engines/test_approval_matrix.py --write-matrix` writes it anew; look at what changed.
"""

from collections import deque
from datetime import timedelta
from pathlib import Path

import pytest

from engines.approval import (
    SYSTEM,
    AddSigner,
    Approve,
    Case,
    Claim,
    Close,
    Copy,
    Delegate,
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
    Transfer,
    Withdraw,
    World,
    advance,
    definition_from_plain,
)
from tests.unit.engines.chain import NOW, weekdays_later
from tests.unit.engines.test_approval_document import CHAINS

WRITTEN = Path(__file__).parent / "approval_matrix"
PUPIL, MOTHER = "pupil", "mother"
MEMBERS = {
    "guardian": {MOTHER}, "head_teacher": {"head_teacher"}, "academic_office": {"office", "colleague"},
    "after_school_office": {"after_school"}, "principal": {"principal"},
}  # fmt: skip
ROLES = (PUPIL, MOTHER, "head_teacher", "office", "colleague", "after_school", "principal", "stranger", SYSTEM)
WORLD = World(
    members={group: frozenset(people) for group, people in MEMBERS.items()}, due=weekdays_later, stand_ins={}
)
LATER, MUCH_LATER = NOW + timedelta(days=30), NOW + timedelta(days=90)
FAMILY = frozenset({PUPIL, MOTHER})


def actions(case):
    """Yield (name, action) for everything that can be done to a case, mostly about the task that waits."""
    task = next((task.number for task in case.tasks if task.open), 1)
    said = {"task": task, "comment": "因为"}
    yield from [
        ("start", Start()), ("approve", Approve(**said)), ("reject", Reject(**said)), ("return", Return(**said)),
        ("return to first step", Return(to=FIRST[case.definition], **said)), ("claim", Claim(task=task)),
        ("release", Release(task=task)), ("delegate to colleague", Delegate(to="colleague", **said)),
        ("delegate to mother", Delegate(to=MOTHER, **said)), ("resolve", Resolve(**said)),
        ("transfer to principal", Transfer(to="principal", **said)),
        ("add colleague", AddSigner(who="colleague", **said)),
        ("remove colleague", RemoveSigner(who="colleague", **said)), ("copy to stranger", Copy(to="stranger", **said)),
        ("remind", Remind(**said)), ("ring", Ring(task=task)), ("close", Close(comment="因为")),
        ("withdraw", Withdraw()), ("resubmit", Resubmit()),
    ]  # fmt: skip


FIRST = {plain["key"]: plain["steps"][0]["key"] for plain in CHAINS}


def named(case):
    """Return what distinguishes one state from another for people: where it is, and in whose hand."""
    if case.state is not State.RUNNING:
        return str(case.state)
    if case.step is None:
        return "not begun"
    hands = [
        f"{task.owner} lets {task.assignee} prepare it" if task.owner else task.assignee or "+".join(task.groups)
        for task in case.tasks if task.open
    ]  # fmt: skip
    asked = " (reminded)" if any(task.reminded_on for task in case.tasks) else ""
    return f"{case.step}: {', '.join(hands)}{asked}"


def outcomes(chain, case):
    """Yield (action, role, what follows) and the cases that follow."""
    for name, action in actions(case):
        for role in ROLES:
            try:
                after, _ = advance(chain, case, action, role, MUCH_LATER if name == "ring" else LATER, WORLD)
            except Refused as refused:
                yield name, role, f"no: {refused.why}", None
            else:
                yield name, role, named(after), after


def walked(plain):
    """Return the lines of everything that can become of a case of this chain, state by state as they are come to."""
    chain = definition_from_plain(plain, 1)
    begun = Case(
        definition=chain.key, version=1, applicants=FAMILY, own=FAMILY, facts={"applied_by": "pupil", "clubs": 1}
    )
    waiting, seen, lines = deque([begun]), {named(begun)}, [plain["title"]]
    while waiting:
        case = waiting.popleft()
        follows = {}
        for action, role, said, after in outcomes(chain, case):
            follows.setdefault(action, {}).setdefault(said, []).append(role)
            if after is not None and named(after) not in seen:
                seen.add(named(after))
                waiting.append(after)
        lines += ["", f"== {named(case)}", *_lines(follows)]
    return lines


def _lines(follows):
    """Yield what follows from which actions, and beneath it who may and who may not."""
    alike = {}
    for action, outcomes_of in follows.items():
        told = [f"  {_who(roles)} → {said}" for said, roles in outcomes_of.items() if not said.startswith("no: ")]
        told += [f"  {said}: {_who(roles)}" for said, roles in outcomes_of.items() if said.startswith("no: ")]
        alike.setdefault(tuple(told), []).append(action)
    for told, names in alike.items():
        yield ", ".join(names)
        yield from told


def _who(roles):
    return "everybody" if roles == list(ROLES) else " ".join(roles)


@pytest.mark.parametrize("plain", CHAINS, ids=lambda plain: plain["key"])
def test_what_everybody_may_do_at_every_point_of_a_chain_is_as_it_is_written(plain, request):
    found, file = "\n".join(walked(plain)) + "\n", WRITTEN / f"{plain['key']}.txt"
    if request.config.getoption("--write-matrix"):
        file.write_text(found, encoding="utf-8")
    assert found.splitlines() == file.read_text(encoding="utf-8").splitlines()
