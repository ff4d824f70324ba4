"""Patience: how many tries go unhindered, and how the wait grows after them; it always ends."""

from dataclasses import dataclass
from datetime import timedelta

_MOST_DOUBLINGS = 32


@dataclass(frozen=True, kw_only=True)
class Patience:
    """After `free` tries the next waits `first`, then twice as long each time, `longest` at most.

    What has not been tried for as long as `memory` is forgotten.
    """

    free: int
    first: timedelta
    longest: timedelta
    memory: timedelta

    def wait_after(self, tries: int) -> timedelta:
        """Return how long to wait after so many tries."""
        too_many = tries - self.free
        if too_many < 0:
            return timedelta()
        return min(self.longest, self.first * (1 << min(too_many, _MOST_DOUBLINGS)))


AT_ONE_PLACE = Patience(
    free=5, first=timedelta(seconds=2), longest=timedelta(minutes=1), memory=timedelta(hours=1)
)
"""For one account from one network: who mistypes."""

ANYWHERE = Patience(
    free=20, first=timedelta(seconds=1), longest=timedelta(seconds=30), memory=timedelta(hours=1)
)
"""For one account from everywhere: who guesses from many places."""

FROM_ONE_NETWORK = Patience(
    free=300, first=timedelta(seconds=1), longest=timedelta(seconds=10), memory=timedelta(minutes=10)
)
"""For all accounts from one network: generous, because a whole school is one."""
