"""Ladder: how long an event waits before it is tried again, when what failed will pass by itself."""

from dataclasses import dataclass

TRIES, REASON, QUEUE = "x-tries", "x-parked-reason", "x-parked-queue"
"""Headers of a message that was set aside: how often it was tried, why it is parked, where it belongs."""


@dataclass(frozen=True, kw_only=True)
class Rung:
    """One wait; its name is part of a queue's name."""

    name: str
    milliseconds: int


RUNGS = (
    Rung(name="5s", milliseconds=5_000),
    Rung(name="30s", milliseconds=30_000),
    Rung(name="5m", milliseconds=300_000),
    Rung(name="30m", milliseconds=1_800_000),
)


def next_rung(tries: int) -> Rung | None:
    """Return the wait after `tries` failures, or nothing when it is time for a person to look."""
    return RUNGS[tries - 1] if tries <= len(RUNGS) else None
