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


@dataclass(frozen=True, kw_only=True)
class Step:
    """Members of `groups`, and `users`, may take it. It is left out where every one of `skip_if` holds.

    It is due `due_days` school days after it began. `fallback`: the groups it goes to where nobody else may take it.
    """

    key: str
    name: str
    groups: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    completion: Completion = field(default_factory=Completion)
    skip_if: tuple[Condition, ...] = ()
    due_days: int | None = None
    nobody: Nobody = Nobody.WAIT
    fallback: tuple[str, ...] = ()

    def left_out(self, facts: Mapping[str, Fact]) -> bool:
        """Say whether a case of these facts does not need it."""
        return bool(self.skip_if) and all(condition.holds(facts) for condition in self.skip_if)
