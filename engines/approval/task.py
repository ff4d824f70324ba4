"""Task: what one person, or one of many, is to decide (BPMN: user task instance)."""

from dataclasses import dataclass
from datetime import date

from engines.approval.completion import Outcome


@dataclass(frozen=True, kw_only=True)
class Task:
    """Members of `groups`, and `users`, may claim it; `assignee` has it.

    `owner` has let somebody else prepare it and gets it back. `number` counts a case's tasks from 1.
    """

    number: int
    groups: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    assignee: str | None = None
    owner: str | None = None
    due: date | None = None
    outcome: Outcome | None = None

    @property
    def open(self) -> bool:
        """Say whether it still waits."""
        return self.outcome is None
