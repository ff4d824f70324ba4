"""Attempt: a child process at work on one job, as its worker sees it."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

from plumbing.jobs.claim import Claim
from plumbing.jobs.kind import Kind

AGAIN = 75
"""How a child ends that met trouble which may pass."""
_NOT_FOR_CHILDREN = ("QINGFU_DATABASE_URL_SWEEP", "QINGFU_DATABASE_URL_SWEEP_FILE", "QINGFU_HEALTH_PORT")


class Attempt:
    """The child is told its claim on a pipe; when that closes, because the worker has died, it ends by itself."""

    def __init__(self, claim: Claim, kind: Kind, command: Sequence[str]):
        self.claim, self.kind = claim, kind
        self._began = time.monotonic()
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, bufsize=0, env=environment_of_children())
        with suppress(BrokenPipeError):  # it has died already: `over` says so
            self._told.write(json.dumps(vars(claim)).encode() + b"\n")

    @property
    def seconds(self) -> float:
        """Return how long it has been at work."""
        return time.monotonic() - self._began

    def over(self) -> bool:
        """Say whether the process has ended."""
        return self._process.poll() is not None

    def out_of_time(self) -> bool:
        """Say whether it has used up the time of its kind, by the clock or, ended for it, of the processor."""
        return self.seconds > self.kind.seconds or self._process.poll() == -signal.SIGXCPU

    def end(self) -> None:
        """The process is gone."""
        self._process.kill()
        self._process.wait()
        self._told.close()

    @property
    def _told(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin


def read_claim(told: int) -> Claim:
    """Return what the child is to do; `told` is its end of the pipe."""
    line = b""
    while not line.endswith(b"\n"):
        if not (part := os.read(told, 4096)):
            sys.exit(AGAIN)
        line += part
    return Claim(**json.loads(line))


def wait_for_end(told: int) -> None:
    """The worker is gone, or wants no more of this child."""
    while os.read(told, 4096):
        continue


def command_of(service: str) -> tuple[str, ...]:
    """Return how a house's child is started."""
    return (sys.executable, "-X", "utf8", "-m", f"services.{service}", "job")


def environment_of_children() -> dict[str, str]:
    """Return what a child is told: it has the house's role, and not the worker's."""
    return {name: value for name, value in os.environ.items() if name not in _NOT_FOR_CHILDREN}
