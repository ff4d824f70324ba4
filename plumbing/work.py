"""Work: what a house does beside answering: jobs people asked for, sweeps and rounds; one plain process a house."""

import importlib
import importlib.util
import signal
from dataclasses import dataclass
from threading import Event, Thread
from typing import Any

from plumbing.health import HealthServer
from plumbing.jobs.kind import Kind
from plumbing.jobs.worker import Worker
from plumbing.rounds.round import Round
from plumbing.rounds.watchman import Watchman, command_of
from plumbing.sweeps.common import COMMON
from plumbing.sweeps.sweep import Sweep
from plumbing.sweeps.sweeper import Sweeper

_LEAVE_SECONDS = 6


@dataclass(frozen=True, kw_only=True)
class Work:
    """A house declares its own in `services/<house>/work.py`; one that has none needs no such file."""

    kinds: tuple[Kind, ...] = ()
    sweeps: tuple[Sweep, ...] = ()
    rounds: tuple[Round, ...] = ()


def work_of(service: str) -> Work:
    """Return what a house has declared."""
    name = f"services.{service}.work"
    found: Work = importlib.import_module(name).WORK if importlib.util.find_spec(name) else Work()
    return found


def run_work(service: str, work: Work, *, worker: Worker, database_url: str, health_port: int) -> None:
    """Do a house's work until SIGTERM; `database_url` is the sweeps' role. Two such processes share the work."""
    stopping = Event()
    _stop_on_signals(stopping)
    sweeper = Sweeper(service, database_url=database_url, sweeps=(*COMMON, *work.sweeps))
    watchman = Watchman(database_url=database_url, rounds=work.rounds, command=command_of(service))
    HealthServer(health_port, lambda: [*worker.unready(), *sweeper.trouble, *watchman.trouble]).start()
    beside = [
        Thread(target=one.run, args=(stopping,), name=type(one).__name__, daemon=True) for one in (sweeper, watchman)
    ]
    for thread in beside:
        thread.start()
    worker.run(stopping)
    for thread in beside:
        thread.join(_LEAVE_SECONDS)


def _stop_on_signals(stopping: Event) -> None:
    def stop(*_: Any) -> None:
        stopping.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
