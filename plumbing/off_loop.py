"""Off the loop: slow work in threads of its own, so that everything else in the process goes on meanwhile.

The loop is met only where something is run: a job or a command of the same house begins without.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from contracts.errors import Unavailable

Answer = TypeVar("Answer")
THREADS = 2
_gates: dict[object, Any] = {}


def run(function: Callable[..., Answer], *args: object, at_once: int = THREADS, wait_seconds: float = 5) -> Answer:
    """Return what `function` returns, from a real thread; it must not use what the event loop has patched.

    No more than `at_once` calls of one function run together, so that it never takes the whole machine. Raises
    Unavailable when its turn does not come within `wait_seconds`.
    """
    from eventlet import tpool  # noqa: PLC0415
    from eventlet.semaphore import Semaphore  # noqa: PLC0415

    tpool.set_num_threads(THREADS)  # each keeps the memory of its largest piece of work: few, not eventlet's twenty
    gate = _gates.setdefault(function, Semaphore(at_once))
    if not gate.acquire(timeout=wait_seconds):
        raise Unavailable
    try:
        answer: Answer = tpool.execute(function, *args)
        return answer
    finally:
        gate.release()
