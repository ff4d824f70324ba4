"""Child: one program under supervision: started again when it dies, and ended when it lives on without working."""

import signal
import time
from collections.abc import Callable
from contextlib import suppress

from ops import logfile
from ops.places import Places
from ops.program import Program
from ops.running import STOP_LIMIT_SECONDS, Running
from ops.up.backoff import Backoff

_ROTATE_EVERY_SECONDS = 30.0

Tell = Callable[[str], None]


class Child:
    """Moved on by `look`, which never waits; every change is told in one line."""

    def __init__(self, program: Program, places: Places, tell: Tell, stop_seconds: float = STOP_LIMIT_SECONDS):
        self.program, self.running = program, Running(program, places)
        self._tell, self._stop_seconds, self._backoff = tell, stop_seconds, Backoff()
        self._started_at = self._rotate_at = 0.0
        self._start_at: float | None = None
        self._kill_at: float | None = None

    def start(self) -> None:
        """The process has been started; should that fail, it is tried again later like any death."""
        self._start_at = None
        self._started_at = time.monotonic()
        try:
            self.running.start()
        except OSError as problem:
            self._plan_next_start(f"无法启动（{problem}）")

    def look(self) -> None:
        """Start again what died, kill what would not stop, now and then make room in the log."""
        now = time.monotonic()
        if self._start_at is not None:
            if now >= self._start_at:
                self.start()
        elif (code := self.running.exit_code()) is not None:
            self._kill_at = None
            self._plan_next_start(ending(code))
        elif self._kill_at is not None and now >= self._kill_at:
            self._kill_at = None
            self.running.kill()
        if now >= self._rotate_at:
            self._rotate_at = now + _ROTATE_EVERY_SECONDS
            with suppress(OSError):  # a full disk must not end the house
                logfile.rotate(self.running.log)

    def begin_again(self, why: str) -> None:
        """The process is told to end, and killed if it has not in time; `look` then starts another."""
        if self._kill_at is None and self.running.alive():
            self._tell(f"{self.program.name} {why}，正在重新启动")
            self.running.ask_to_stop()
            self._kill_at = time.monotonic() + self._stop_seconds

    def _plan_next_start(self, what_happened: str) -> None:
        now = time.monotonic()
        wait = self._backoff.after_life_of(now - self._started_at)
        self._start_at = now + wait
        self._tell(f"{self.program.name} {what_happened}，{wait:g} 秒后重新启动")


def ending(code: int) -> str:
    """Say how a process ended."""
    return f"被信号 {signal.Signals(-code).name} 结束" if code < 0 else f"退出（{code}）"
