"""Tries: how often something was tried without success, and when the next try is heard."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from services.directory.domain.patience import Patience

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_PROVEN_FOR = timedelta(days=90)


@dataclass(frozen=True, kw_only=True)
class Tries:
    """`proven`: somebody got in here before and is not made to wait for what others do elsewhere."""

    made: int = 0
    heard_from: datetime = _LONG_AGO
    forgotten_from: datetime = _LONG_AGO
    proven: bool = False

    def at(self, now: datetime, patience: Patience) -> "Tries":
        """Return what is still remembered. A wait longer than any can be means that the clock was moved: forgotten."""
        remembered = now < self.forgotten_from and self.wait(now) <= patience.longest
        return self if remembered else Tries()

    def wait(self, now: datetime) -> timedelta:
        """Return how long until the next try is heard; nothing if it is heard now."""
        return max(timedelta(), self.heard_from - now)

    def another(self, now: datetime, patience: Patience) -> "Tries":
        """Return this with one more try, made now."""
        wait = patience.wait_after(self.made + 1)
        return replace(
            self,
            made=self.made + 1,
            heard_from=now + wait if wait else self.heard_from,
            forgotten_from=max(self.forgotten_from, now + patience.memory),
        )

    def succeeded(self, now: datetime) -> "Tries":
        """Return this after somebody got in: nothing is held against them, and their place is known."""
        return Tries(proven=True, forgotten_from=now + _PROVEN_FOR)

    def without_one(self, patience: Patience) -> "Tries":
        """Return this without the try that turned out well; where too many others did not, their wait stays."""
        made = max(0, self.made - 1)
        waits = patience.wait_after(made) > timedelta()
        return replace(self, made=made, heard_from=self.heard_from if waits else _LONG_AGO)
