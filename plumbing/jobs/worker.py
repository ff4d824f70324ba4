"""Worker: takes jobs as they come, each into a child process, and looks after the children."""

import time
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from threading import Event
from typing import Any

import psycopg2
import structlog

from plumbing import metrics
from plumbing.jobs import reasons
from plumbing.jobs.attempt import Attempt
from plumbing.jobs.claim import Claim
from plumbing.jobs.kind import Kind
from plumbing.jobs.queue import Queue
from plumbing.standing_line import StandingLine

AT_ONCE, LOOK_SECONDS, STUCK_SECONDS = 2, 0.25, 15
LEASE, PAUSE = timedelta(seconds=15), timedelta(seconds=3)
_log = structlog.get_logger("worker")


class Worker:
    """Holds a lease on what its children do. Killed at any moment, another takes the job up when the lease is over."""

    def __init__(
        self, *, database_url: str, kinds: Iterable[Kind], command: Sequence[str], lease: timedelta = LEASE,
        pause: timedelta = PAUSE,
    ):
        self._kinds = {kind.name: kind for kind in kinds}
        self._line, self._command, self._lease = StandingLine(database_url), command, lease
        self._queue = Queue(self._line, self._kinds, lease=lease, pause=pause)
        self._attempts: list[Attempt] = []
        self._held_at = self._turned = time.monotonic()
        self._trouble = ["jobs: not begun yet"]

    def unready(self) -> list[str]:
        """Return why no job is done now."""
        still = time.monotonic() - self._turned
        return self._trouble or ([f"jobs: no turn for {still:.0f} s"] if still > STUCK_SECONDS else [])

    def run(self, stopping: Event) -> None:
        """Work until told to stop; what is in hand then is put back as if it had not been begun."""
        while not stopping.is_set():
            self._guarded(self._turn)
            stopping.wait(LOOK_SECONDS)
        for attempt in self._attempts:
            attempt.end()
        self._guarded(self._undo_all)
        self._line.lose()

    def _guarded(self, step: Callable[[], None]) -> None:
        try:
            step()
            self._trouble = []
        except psycopg2.Error as problem:
            _log.warning("database lost", problem=type(problem).__name__)
            self._line.lose()
            self._trouble = ["jobs: database not reached"]
        self._turned = time.monotonic()

    def _turn(self) -> None:
        for attempt in tuple(self._attempts):
            self._look_after(attempt)
        self._hold_on()
        while len(self._attempts) < AT_ONCE and (claim := self._queue.take()):
            _log.info("job begun", **_about(claim))
            self._attempts.append(Attempt(claim, self._kinds[claim.kind], self._command))

    def _hold_on(self) -> None:
        """Every lease begins anew, several times before it is over; and what was held too often is failed."""
        if time.monotonic() - self._held_at > self._lease.total_seconds() / 5:
            for attempt in self._attempts:
                self._queue.hold_on(attempt.claim)
            self._queue.give_up_worn_out()
            self._held_at = time.monotonic()

    def _undo_all(self) -> None:
        for attempt in self._attempts:
            self._queue.undo(attempt.claim)

    def _look_after(self, attempt: Attempt) -> None:
        """A child that has ended, has had its time or is not wanted any more is gone; its job has an end, or waits."""
        out_of_time = attempt.out_of_time()
        if not (out_of_time or attempt.over() or not self._queue.held(attempt.claim)):
            return
        attempt.end()
        self._attempts.remove(attempt)
        if out_of_time:
            self._queue.fail(attempt.claim, reasons.too_long(attempt.kind.seconds))
        else:
            self._queue.put_back(attempt.claim)
        state = self._queue.state(attempt.claim)
        metrics.JOBS.labels(attempt.kind.name, state).inc()
        _log.info("job left", state=state, seconds=round(attempt.seconds, 1), **_about(attempt.claim))


def _about(claim: Claim) -> dict[str, Any]:
    return {"kind": claim.kind, "job_id": claim.job_id, "attempt": claim.attempt, "request_id": claim.request_id}
