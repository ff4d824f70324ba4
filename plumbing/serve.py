"""Serve: one house as a process that starts within its limit, drains on SIGTERM, and dies rather than live on deaf.

nameko's own command needs pkg_resources, gone today, and a stock container lives on, consuming nothing and ignoring
SIGTERM, when the broker dies while replies are due. Import this module first: it patches the sockets.
"""

import warnings

warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
import eventlet

eventlet.monkey_patch()

import gc
import importlib
import os
import signal
from collections.abc import Callable
from typing import Any

import structlog
from eventlet.patcher import original
from nameko.runners import ServiceRunner

from plumbing import doors, green
from plumbing.broker_line import secured
from plumbing.canary import Canary
from plumbing.database import Database
from plumbing.health import HealthServer

START_SECONDS, DYING_SECONDS, STOP_SECONDS, GONE_SECONDS, LOOK_EVERY = 60, 3, 18, 6, 0.5
CANNOT_START, DIED = 75, 70
_threads, _time = original("threading"), original("time")
_log = structlog.get_logger("serve")


class Watch:
    """A real thread that ends the process when a phase outlasts its limit, even if the event loop hangs."""

    def __init__(self, runner: ServiceRunner, canary: Canary):
        self._runner, self._canary = runner, canary
        self.phase, self._since = "starting", _time.monotonic()

    def enter(self, phase: str) -> None:
        """Say in which phase the process is now."""
        self.phase, self._since = phase, _time.monotonic()

    def start(self) -> None:
        """Begin to watch."""
        _threads.Thread(target=self._look, name="watch", daemon=True).start()

    def _look(self) -> None:
        dying_since: float | None = None
        while True:
            _time.sleep(LOOK_EVERY)
            if self._outlasts("starting", START_SECONDS):
                _end(CANNOT_START, "did not start in time")
            if self._outlasts("stopping", STOP_SECONDS if self._canary.fresh(GONE_SECONDS) else GONE_SECONDS):
                _end(0, "did not drain in time; the broker has what is unacknowledged")
            if self.phase == "running" and self._container_died():
                dying_since = dying_since or _time.monotonic()
                if _time.monotonic() - dying_since > DYING_SECONDS:
                    _end(DIED, "container died")

    def _outlasts(self, phase: str, seconds: float) -> bool:
        return self.phase == phase and _time.monotonic() - self._since > seconds

    def _container_died(self) -> bool:
        return any(c._being_killed or c._died.ready() for c in self._runner.containers)


def _end(code: int, why: str) -> None:
    os.write(2, f'{{"event": "{why}", "exit": {code}}}\n'.encode())
    os._exit(code)


def serve(service: str, door: type, *, amqp_url: str, database_url: str, health_port: int) -> None:
    """Serve one house through its door until SIGTERM; exits 0 after draining, non-zero when it cannot work."""
    green.wait_green()
    runner = ServiceRunner({
        "AMQP_URI": amqp_url, "AMQP_SSL": secured(amqp_url), "HEARTBEAT": 10,
        "max_workers": doors.WORKERS, "DECLARE_EVENT_EXCHANGES": False,
        "TRANSPORT_OPTIONS": {"max_retries": 3, "interval_start": 0.2, "interval_step": 0.3, "interval_max": 2},
    })
    runner.add_service(door)
    canary = Canary(amqp_url, service, _time.monotonic)
    watch = Watch(runner, canary)
    watch.start()
    _drain_on_signal(runner, watch)
    canary.start()
    HealthServer(health_port, _unready(watch, canary, Database(database_url, pool_size=1))).start()
    try:
        runner.start()
        if watch.phase == "starting":
            watch.enter("running")
        gc.collect()
        gc.freeze()  # what is there from the start stays to the end: no search for rubbish looks through it again
        _log.info("serving", service=service)
        runner.wait()
    except Exception as problem:
        _log.error("house died", service=service, problem=type(problem).__name__, exc_info=True)
        _end(DIED, "house died")
    _end(0, "drained")


def door_of(service: str) -> type:
    """Return the class by which a house is entered."""
    module = importlib.import_module(f"services.{service}.door")
    return next(v for v in vars(module).values() if isinstance(v, type) and getattr(v, "name", None) == service)


def _drain_on_signal(runner: ServiceRunner, watch: Watch) -> None:
    def drain(*_: Any) -> None:
        if watch.phase != "stopping":
            watch.enter("stopping")
            eventlet.spawn_n(runner.stop)

    signal.signal(signal.SIGTERM, drain)
    signal.signal(signal.SIGINT, drain)


def _unready(watch: Watch, canary: Canary, database: Database) -> Callable[[], list[str]]:
    def reasons() -> list[str]:
        found = [] if watch.phase == "running" else [f"phase: {watch.phase}"]
        found += [] if canary.fresh() else ["broker: own canary not seen for 30 s"]
        return found + ([] if database.answers() else ["database: no answer"])

    return reasons
