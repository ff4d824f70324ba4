"""Backoff: how long a process that died waits before it is started again."""

from dataclasses import dataclass

FIRST_SECONDS, LONGEST_SECONDS, LIVED_WELL_SECONDS = 0.2, 5.0, 30.0


@dataclass
class Backoff:
    """Doubles from 0.2 to 5 seconds with every early death; a life of 30 seconds makes up for all of them."""

    _next: float = FIRST_SECONDS

    def after_life_of(self, seconds: float) -> float:
        """Return the wait after a life this long."""
        if seconds >= LIVED_WELL_SECONDS:
            self._next = FIRST_SECONDS
        wait, self._next = self._next, min(self._next * 2, LONGEST_SECONDS)
        return wait
