"""Step: one decision on a case's way (BPMN: user task): who takes it, how many sign, when it is not needed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from engines.approval.completion import Completion
from engines.approval.condition import Condition, Fact


class Nobody(StrEnum):
    """What becomes of a step that nobody may take: it waits and says so, is passed over, or goes to others."""

    WAIT = "wait"
    SKIP = "skip"
    ESCALATE = "escalate"


class Overdue(StrEnum):
    """What becomes of a step that is not decided in time: it stays, its superiors are told, or it goes to them."""

    WAIT = "wait"
    NOTIFY = "notify"
    REASSIGN = "reassign"


@dataclass(frozen=True, kw_only=True)
class Step:
    """Members of `groups`, and `users`, may take it; left out where every one of `skip_if` holds.

    Nobody decides their own case; a step `by_family` is a counter-signature, which is theirs alone to give.

    `fallback`: the groups it goes to where nobody else may take it. It is due `due_days` school days after it began,
    and reminded of after `remind_days`; `superiors`: the groups that hear of it, or get it, when it is overdue.
    """

    key: str
    name: str
    groups: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    by_family: bool = False
    completion: Completion = field(default_factory=Completion)
    skip_if: tuple[Condition, ...] = ()
    due_days: int | None = None
    nobody: Nobody = Nobody.WAIT
    fallback: tuple[str, ...] = ()
    remind_days: int | None = None
    overdue: Overdue = Overdue.WAIT
    superiors: tuple[str, ...] = ()

    def left_out(self, facts: Mapping[str, Fact]) -> bool:
        """Say whether a case of these facts does not need it."""
        return bool(self.skip_if) and all(condition.holds(facts) for condition in self.skip_if)
