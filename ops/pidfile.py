"""Pid file: what one running process leaves behind, so that a later command finds it and nobody else's."""

import os
import signal
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from ops import filed
from ops.identity import identity


@dataclass(frozen=True, kw_only=True)
class PidFile:
    """The process that was started under `name`, and how it wants to be stopped."""

    name: str
    pid: int
    identity: str
    stop_signal: int
    health_port: int | None = None

    def alive(self) -> bool:
        """Say whether this very process still runs; another one under its number does not count."""
        return identity(self.pid) == self.identity

    def signal(self, number: int) -> None:
        """The process has got the signal, if it still is the one that was started."""
        self._send(os.kill, number)

    def kill(self) -> None:
        """The process, and what it started in its own group, ends at once."""
        self._send(os.killpg, signal.SIGKILL)

    def _send(self, send: Callable[[int, int], None], number: int) -> None:
        if not self.alive():
            return
        try:
            send(self.pid, number)
        except ProcessLookupError:
            return

    def write(self, folder: Path) -> None:
        """The file is there for others to find."""
        filed.write(path_of(folder, self.name), asdict(self))


def path_of(folder: Path, name: str) -> Path:
    """Return where the process of this name has its file."""
    return folder / f"{name}.pid.json"


def of_this_process(name: str) -> PidFile:
    """Return the file by which others find the process that asks; SIGTERM stops it."""
    pid = os.getpid()
    return PidFile(name=name, pid=pid, identity=identity(pid) or "", stop_signal=signal.SIGTERM)


def find(folder: Path, name: str) -> PidFile | None:
    """Return the file of the process of this name, if it runs."""
    return next((file for file in every(folder) if file.name == name and file.alive()), None)


def remove(folder: Path, name: str) -> None:
    """No file claims that this process runs."""
    path_of(folder, name).unlink(missing_ok=True)


def every(folder: Path) -> list[PidFile]:
    """Return all that were left, whether their processes still run or not."""
    found = (filed.read(path) for path in sorted(folder.glob("*.pid.json")))
    return [PidFile(**content) for content in found if content]
