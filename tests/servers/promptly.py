"""Promptly: what the house promises within a second, timed on a machine that others use too."""

import threading
import time
from contextlib import contextmanager

_TICKS, _TICK_SECONDS = 100, 0.01
"""A second."""


def within_a_second(holds):
    """Say whether it holds from a second on at the latest: a look begun then decides, however long it takes.

    The second is counted by somebody who wakes up for each tick: whoever carries the news, relay, broker, gateway, has
    to wake up for it too, and where the machine lets them wait, or stands still, so does the count.
    """
    with _ticking() as ticked:
        while True:
            late = ticked() > _TICKS
            if holds():
                return True
            if late:
                return False
            time.sleep(_TICK_SECONDS)


@contextmanager
def _ticking():
    """Return how many ticks there were so far."""
    ticks, over = [], threading.Event()

    def tick():
        while not over.wait(_TICK_SECONDS):
            ticks.append(None)

    ticker = threading.Thread(target=tick, name="ticks")
    ticker.start()
    try:
        yield lambda: len(ticks)
    finally:
        over.set()
        ticker.join()
