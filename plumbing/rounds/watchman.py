"""Watchman: looks every few seconds whether anything is due, and lets a child process do it: the worker stays small."""

import subprocess
import sys
import time
from collections.abc import Sequence
from threading import Event

import psycopg2
import structlog

from plumbing.jobs.attempt import environment_of_children
from plumbing.rounds.round import Round
from plumbing.standing_line import StandingLine

LOOK_SECONDS, AGAIN_SECONDS, LIMIT_SECONDS = 10.0, 300.0, 120.0
_log = structlog.get_logger("rounds")


class Watchman:
    """Two of them may let the same be done: a turn that has been done changes nothing. What cannot be done waits."""

    def __init__(self, *, database_url: str, rounds: Sequence[Round], command: Sequence[str]):
        self._line, self._rounds, self._command = StandingLine(database_url), rounds, command
        self._not_before = 0.0
        self.trouble: list[str] = []

    def run(self, stopping: Event) -> None:
        """Look until told to stop."""
        while self._rounds and not stopping.is_set():
            try:
                if self._due() and time.monotonic() >= self._not_before:
                    self._walk(stopping)
                    self._not_before = time.monotonic() + AGAIN_SECONDS if self._due() else 0.0
                self.trouble = []
            except psycopg2.Error as problem:
                _log.warning("database lost", problem=type(problem).__name__)
                self._line.lose()
                self.trouble = ["rounds: database not reached"]
            stopping.wait(LOOK_SECONDS)
        self._line.lose()

    def _due(self) -> bool:
        return any(self._line.rows(each.due) for each in self._rounds)

    def _walk(self, stopping: Event) -> None:
        """A child does what is due, and is ended when it takes too long or the worker is told to stop."""
        child = subprocess.Popen(self._command, stdin=subprocess.DEVNULL, env=environment_of_children())
        for _ in range(int(LIMIT_SECONDS)):
            if child.poll() is not None or stopping.wait(1.0):
                break
        child.kill()
        child.wait()


def command_of(service: str) -> tuple[str, ...]:
    """Return how a house's child is started."""
    return (sys.executable, "-X", "utf8", "-m", f"services.{service}", "rounds")
