"""Sweeper: runs the sweeps of one house, each when it is due; a lock lets one process of the house do it at a time."""

import time
from collections.abc import Iterable
from datetime import timedelta
from threading import Event

import psycopg2
import structlog

from plumbing import clock, metrics
from plumbing.standing_line import StandingLine
from plumbing.sweeps.sweep import Sweep

BATCHES_A_TURN, LOOK_SECONDS = 100, 1.0
AGAIN = timedelta(minutes=1)
_LEAD = "SELECT pg_try_advisory_lock(hashtext('qingfu sweeps')) AS leads"
_log = structlog.get_logger("sweeps")


class Sweeper:
    """A sweep that finds more than a turn's worth, or fails, is due again in a minute; no other waits for it."""

    def __init__(self, service: str, *, database_url: str, sweeps: Iterable[Sweep]):
        self._service, self._line = service, StandingLine(database_url)
        self._due = dict.fromkeys(sweeps, 0.0)
        self._leads, self.trouble = False, ["sweeps: not begun yet"]

    def run(self, stopping: Event) -> None:
        """Sweep until told to stop."""
        while not stopping.is_set():
            try:
                self._turn(stopping)
                self.trouble = []
            except psycopg2.Error as problem:
                _log.warning("database lost", service=self._service, problem=type(problem).__name__)
                self._line.lose()
                self.trouble = ["sweeps: database not reached"]
            stopping.wait(LOOK_SECONDS)
        self._line.lose()

    def _turn(self, stopping: Event) -> None:
        if not self._lead():
            return
        for sweep in [sweep for sweep, due in self._due.items() if due <= time.monotonic()]:
            if stopping.is_set():
                return
            wait = sweep.every if self._swept_clean(sweep) else AGAIN
            self._due[sweep] = time.monotonic() + wait.total_seconds()

    def _lead(self) -> bool:
        """Say whether this process is the one that sweeps, trying to become it; the lock ends with the connection."""
        self._leads = (self._leads and not self._line.lost) or bool(self._line.rows(_LEAD)[0].leads)
        return self._leads

    def _swept_clean(self, sweep: Sweep) -> bool:
        """Forget what is due; say whether all of it is gone."""
        before, forgotten, clean = clock.now() - sweep.kept, 0, False
        try:
            for _ in range(BATCHES_A_TURN):
                batch = self._line.change(sweep.statement, before=before)
                forgotten += batch
                if clean := batch < sweep.batch:
                    break
        except psycopg2.Error as problem:
            if self._line.lost:
                raise
            _log.error("sweep failed", service=self._service, table=sweep.table, problem=type(problem).__name__)
        if forgotten:
            metrics.SWEPT.labels(self._service, sweep.table).inc(forgotten)
            _log.info("swept", service=self._service, table=sweep.table, rows=forgotten)
        return clean
