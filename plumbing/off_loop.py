"""Off the loop: slow work in threads of its own, so that everything else in the process goes on meanwhile."""

from collections.abc import Callable
from typing import TypeVar

from eventlet import tpool
from eventlet.semaphore import Semaphore

from contracts.errors import Unavailable

Answer = TypeVar("Answer")
THREADS = 2
tpool.set_num_threads(THREADS)  # each keeps the memory of its largest piece of work: few, not eventlet's twenty
_gates: dict[object, Semaphore] = {}


def run(function: Callable[..., Answer], *args: object, at_once: int = THREADS, wait_seconds: float = 5) -> Answer:
    """Return what `function` returns, from a real thread; it must not use what the event loop has patched.

    No more than `at_once` calls of one function run together, so that it never takes the whole machine. Raises
    Unavailable when its turn does not come within `wait_seconds`.
    """
    gate = _gates.setdefault(function, Semaphore(at_once))
    if not gate.acquire(timeout=wait_seconds):
        raise Unavailable
    try:
        answer: Answer = tpool.execute(function, *args)
        return answer
    finally:
        gate.release()
