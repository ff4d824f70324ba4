"""Waiting: one line of an inbox."""

from dataclasses import dataclass
from datetime import date, datetime

Mark = tuple[datetime, str, int]
"""A place in an inbox: since when a task waits, of which case, and its number."""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A task that somebody might decide: since when it waits, until when it should, and whether it is theirs alone."""

    case_id: str
    number: int
    step: str
    begun_at: datetime
    due: date | None
    claimed: bool

    @property
    def mark(self) -> Mark:
        """Return where in an inbox it stands."""
        return self.begun_at, self.case_id, self.number
