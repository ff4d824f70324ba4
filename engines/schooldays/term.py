"""Term: one stretch of the school year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, kw_only=True)
class Term:
    """Both ends are included."""

    name: str
    first: date
    last: date

    def days(self) -> Iterator[date]:
        """Yield every date of the term, weekends and holidays too."""
        for number in range((self.last - self.first).days + 1):
            yield self.first + timedelta(days=number)

    def holds(self, day: date) -> bool:
        """Say whether the day lies within the term."""
        return self.first <= day <= self.last
