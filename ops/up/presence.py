"""Presence: this process, and no other, runs the house in these places; others find it here and may ask it to stop."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

from ops.pidfile import PidFile, find, of_this_process, remove
from ops.places import Places
from ops.running import STOP_LIMIT_SECONDS
from ops.up import leftovers, state
from ops.up.lock import held
from ops.up.screen import Screen
from ops.up.supervisor import Supervisor

_NAME = "supervisor"
_STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def supervisor_of(places: Places) -> PidFile | None:
    """Return the process that runs the house here, if one does."""
    return find(places.run, _NAME)


def is_supervisor(file: PidFile) -> bool:
    """Say whether a pid file is the supervisor's own."""
    return file.name == _NAME


@contextmanager
def alone(places: Places, screen: Screen, stop_seconds: float = STOP_LIMIT_SECONDS) -> Iterator[None]:
    """Nobody else runs a house in these places, nothing is left of one that did, and others can find this process."""
    with held(places):
        for name in leftovers.end_all(places.run, stop_seconds):
            screen.tell(f"结束了上次留下的进程 {name}")
        state.forget(places)
        of_this_process(_NAME).write(places.run)
        try:
            yield
        finally:
            remove(places.run, _NAME)


@contextmanager
def stopping_on_signals(supervisor: Supervisor) -> Iterator[None]:
    """Ctrl-C, SIGTERM and a closed terminal ask the supervisor to stop."""
    before = {number: signal.signal(number, supervisor.ask_to_stop) for number in _STOPPING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
