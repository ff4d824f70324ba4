"""Task: what one person, or one of many, is to decide (BPMN: user task instance)."""

from dataclasses import dataclass
from datetime import date

from engines.approval.completion import Outcome


@dataclass(frozen=True, kw_only=True)
class Task:
    """Members of `groups`, and `users`, may claim it; `assignee` has it.

    `owner` has let somebody else prepare it and gets it back. `number` counts a case's tasks from 1. On `remind_on`
    and `overdue_on` the calendar has something to say, once; `reminded_on` is when anybody last did.
    """

    number: int
    groups: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    assignee: str | None = None
    owner: str | None = None
    due: date | None = None
    remind_on: date | None = None
    overdue_on: date | None = None
    reminded_on: date | None = None
    outcome: Outcome | None = None

    @property
    def open(self) -> bool:
        """Say whether it still waits."""
        return self.outcome is None

    @property
    def rings_on(self) -> date | None:
        """Return the next day on which the calendar has something to say of it; None if there is none."""
        days = [day for day in (self.remind_on, self.overdue_on) if day is not None]
        return min(days) if self.open and days else None
