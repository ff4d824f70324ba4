"""`python -m tests.faults [tables,imports]`: plant every fault, or those of the lists named; fail if one is missed."""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from queue import SimpleQueue

from tests.faults.checkout import Checkout
from tests.faults.fault import Fault, planted
from tests.faults.guard import Guard, look_all
from tests.faults.screen import Screen
from tests.faults.trial import Outcome, tried

Pool = SimpleQueue[Checkout]
_WORKERS = len(os.sched_getaffinity(0))


def main(asked: Sequence[str]) -> int:
    """Return 0 when every guard is content with the checkout as it is, and none with its faults."""
    began = time.monotonic()
    every = planted()
    groups = [name for word in asked for name in word.split(",") if name] or list(dict.fromkeys(f.group for f in every))
    if unknown := set(groups) - {fault.group for fault in every}:
        sys.exit(f"no such list: {', '.join(sorted(unknown))}")
    faults = [fault for fault in every if fault.group in groups]
    screen = Screen(len(faults))
    with _checkouts() as pool, ThreadPoolExecutor(_WORKERS) as crew:
        if complaint := _complaint(faults, pool):
            screen.says(f"A guard is red without any fault:\n{complaint}")
            return 1
        screen.says(f"Without a fault every guard is green ({time.monotonic() - began:.0f} s).")
        outcomes = []
        for outcome in crew.map(lambda fault: _tried(fault, pool), faults):
            screen.show(outcome)
            outcomes.append(outcome)
    screen.sum_up(outcomes, time.monotonic() - began)
    return 1 if any(outcome.amiss for outcome in outcomes) else 0


def _tried(fault: Fault, pool: Pool) -> Outcome:
    checkout = pool.get()
    try:
        return tried(fault, checkout)
    finally:
        pool.put(checkout)


def _complaint(faults: Sequence[Fault], pool: Pool) -> str | None:
    """Return what a guard has to say against the checkout as it is; None when all are green."""
    checkout = pool.get()
    guards = list(dict.fromkeys(Guard(fault.red) for fault in faults))
    tests = [guard for guard in guards if guard.is_test]
    looks = [guard.look(checkout.folder) for guard in guards if not guard.is_test]
    looks += [look_all(tests, checkout.folder)] if tests else []
    pool.put(checkout)
    return next((told.words for told in looks if not told.green), None)


@contextmanager
def _checkouts() -> Iterator[Pool]:
    pool: Pool = SimpleQueue()
    with ExitStack() as made:
        for _ in range(_WORKERS):
            checkout = Checkout()
            made.callback(checkout.remove)
            pool.put(checkout)
        yield pool


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
