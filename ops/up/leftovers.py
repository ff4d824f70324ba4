"""Leftovers: processes whose supervisor died before it could stop them, found by their pid files."""

import time
from pathlib import Path

from ops import pidfile
from ops.pidfile import PidFile
from ops.running import STOP_LIMIT_SECONDS, wait_for


def end_all(folder: Path, stop_seconds: float = STOP_LIMIT_SECONDS) -> list[str]:
    """No process that left its pid file here runs any more; return the names of those that still did.

    A process that merely got the number of one of ours is left alone: it started at another moment.
    """
    left = pidfile.every(folder)
    alive = [file for file in left if file.alive()]
    for file in alive:
        file.signal(file.stop_signal)
    _wait_then_kill(alive, stop_seconds)
    for file in left:
        pidfile.remove(folder, file.name)
    return [file.name for file in alive]


def _wait_then_kill(files: list[PidFile], stop_seconds: float) -> None:
    until = time.monotonic() + stop_seconds
    for file in files:
        if not wait_for(lambda file=file: not file.alive(), max(0.0, until - time.monotonic())):  # type: ignore[misc]
            file.kill()
