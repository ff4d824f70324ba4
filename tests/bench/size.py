"""Size: how long and how hard a bench measures."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Size:
    """`callers` ask and `clients` publish at once; `backlog` events wait for the relay; `pace` come a second.

    A roster has `rows`; so many `houses` rest.
    """

    rounds: int
    seconds: float
    callers: int
    clients: int
    backlog: int
    pace: int
    rows: int
    houses: int

    @property
    def paced(self) -> int:
        """Return how many events a round at the given pace has."""
        return int(self.pace * self.seconds)


FULL = Size(rounds=3, seconds=3, callers=32, clients=8, backlog=20_000, pace=500, rows=5_000, houses=5)
TINY = Size(rounds=1, seconds=0.3, callers=2, clients=2, backlog=600, pace=50, rows=50, houses=1)
"""Shows that a bench runs from end to end; its numbers mean nothing."""
