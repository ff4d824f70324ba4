"""Pace: the same thing done again and again, by many at once, as fast as it goes or so often a second."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from tests.bench.contest import Reading


def flat_out(workers: Sequence[Callable[[], object]], seconds: float) -> Reading:
    """Let every worker go on in a thread of its own until the time is up; raises what a worker raises."""
    began = time.monotonic()

    def work(worker):
        took, before = [], time.monotonic()
        while before < began + seconds:
            worker()
            after = time.monotonic()
            took.append(after - before)
            before = after
        return took

    with ThreadPoolExecutor(len(workers)) as crew:
        took = [one for of_worker in crew.map(work, workers) for one in of_worker]
    return {"per_second": len(took) / (time.monotonic() - began), **quantiles(took)}


def paced(action: Callable[[], object], *, count: int, per_second: float, hands: int) -> float:
    """Do it `count` times, each when its moment has come; return how often a second that really was."""
    began = time.monotonic()

    def work(hand):
        for number in range(hand, count, hands):
            time.sleep(max(0.0, began + number / per_second - time.monotonic()))  # the pace itself, no wait for a fact
            action()

    with ThreadPoolExecutor(hands) as crew:
        list(crew.map(work, range(hands)))
    return count / max(time.monotonic() - began, count / per_second)


def quantiles(seconds: Sequence[float]) -> Reading:
    """Return the median and the ninety-ninth of a hundred, in milliseconds."""
    ordered = sorted(seconds)
    return {"p50_ms": 1000 * ordered[len(ordered) // 2], "p99_ms": 1000 * ordered[int(len(ordered) * 0.99)]}
