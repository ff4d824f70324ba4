"""Running: one program as a process of its own group and session, that ends when its starter ends."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable

from ops import logfile, pidfile
from ops.account import ids
from ops.identity import identity
from ops.pidfile import PidFile
from ops.places import Places
from ops.program import Program
from ops.sentence import CannotGoOn

STOP_LIMIT_SECONDS = 20
_LOOK_AGAIN_SECONDS = 0.05
_OURS_ALONE = (
    "QINGFU_DATABASE_URL", "QINGFU_AMQP_URL", "QINGFU_PASSPORT_", "QINGFU_SECRET_KEY", "QINGFU_DIRECTORY_KEYS",
)


class Running:
    """A program that is started, stopped, killed and started again; its pid file says which process that is now."""

    def __init__(self, program: Program, places: Places):
        self.program, self._places = program, places
        self.log = places.log / f"{program.name}.log"
        self._process: subprocess.Popen[bytes] | None = None
        self._mark: PidFile | None = None

    @property
    def pid(self) -> int | None:
        """Return the number of the process, if there is one."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """The process exists, and its pid file names it; whether it works yet is asked by `answers`."""
        self.program.before()
        user, group, groups = ids(self.program.account)
        with logfile.open_for(self.log) as log:
            self._process = subprocess.Popen(
                self._command(),
                cwd=self.program.folder,
                env={**_inherited(), **self.program.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                user=user,
                group=group,
                extra_groups=groups,
            )
        self._mark = PidFile(
            name=self.program.name,
            pid=self._process.pid,
            identity=identity(self._process.pid) or "",
            stop_signal=self.program.stop_signal,
            health_port=self.program.health_port,
        )
        try:
            self._mark.write(self._places.run)
        except OSError:
            self.kill()  # nobody could find it again
            raise

    def exit_code(self) -> int | None:
        """Return how the process ended; nothing while it runs. What it left in its group is ended too."""
        if self._process is None:
            return 0
        code = self._process.poll()
        if code is not None and self._mark is not None:
            self._forget()
        return code

    def alive(self) -> bool:
        """Say whether the process runs."""
        return self._process is not None and self.exit_code() is None

    def answers(self) -> bool:
        """Say whether the process runs and works."""
        return self.alive() and self.program.answers()

    def ask_to_stop(self) -> None:
        """The process has been told to finish what it is at and end."""
        if self._process and self.alive():
            self._process.send_signal(self.program.stop_signal)

    def kill(self) -> None:
        """The process and its group end now, without a chance to tidy up."""
        if self._process and self.alive():
            _signal_group(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self.exit_code()

    def stop(self, limit: float = STOP_LIMIT_SECONDS) -> None:
        """The process has ended: asked first, killed if it had not within `limit` seconds."""
        self.ask_to_stop()
        if not wait_for(lambda: not self.alive(), limit):
            self.kill()

    def wait_until_answers(self, limit: float) -> None:
        """The program works, or CannotGoOn carries the end of its log."""
        if wait_for(lambda: self.answers() or not self.alive(), limit) and self.alive():
            return
        raise CannotGoOn(
            f"{self.program.name} 没有启动成功，日志 {self.log} 的最后几行：\n{logfile.last_lines(self.log)}",
            f"{self.program.name} did not start; the lines above are the end of its log.",
        )

    def _command(self) -> tuple[str, ...]:
        """Return the command, which the kernel stops when the starter dies: even kill -9 leaves no orphans."""
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            return self.program.command
        name = self.program.stop_signal.name.removeprefix("SIG")
        return (setpriv, "--pdeathsig", name, "--", *self.program.command)

    def _forget(self) -> None:
        assert self._mark is not None
        _signal_group(self._mark.pid, signal.SIGKILL)
        pidfile.remove(self._places.run, self.program.name)
        self._mark = None


def _inherited() -> dict[str, str]:
    """Return our own environment without addresses and keys: a process has those it is given, and no others."""
    return {name: value for name, value in os.environ.items() if not name.startswith(_OURS_ALONE)}


def wait_for(condition: Callable[[], object], limit: float) -> bool:
    """Look until the condition holds; say whether it did within `limit` seconds."""
    until = time.monotonic() + limit
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(_LOOK_AGAIN_SECONDS)
    return True


def _signal_group(group: int, number: int) -> None:
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return
