"""Watch: sees which processes live on without working; its own thread, because a frozen process answers late."""

import threading
import time
from collections.abc import Callable, Iterable, Mapping

from ops.program import Program

_LOOK_EVERY_SECONDS = 2.0


class Watch:
    """Asks every program again and again whether it works.

    While a `foundation` (broker, database) is away, no house is held unready: that is not its fault, and ending it
    would heal nothing. Its time begins anew when they are all back.
    """

    def __init__(self, foundations: Iterable[Callable[[], bool]]):
        self._foundations = tuple(foundations)
        self._programs: Mapping[str, Program] = {}
        self._unready_since: dict[str, float] = {}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._go_on_looking, name="watch", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def end(self) -> None:
        """Look no more."""
        self._ended.set()

    def over(self, programs: Iterable[Program]) -> None:
        """From now on, these are watched."""
        self._programs = {program.name: program for program in programs}

    def unready_for(self, name: str) -> float:
        """Return for how many seconds a program has not worked; 0 while it does."""
        since = self._unready_since.get(name)
        return 0.0 if since is None else time.monotonic() - since

    def forgive(self, name: str) -> None:
        """The program's time begins anew: it has just been started."""
        self._unready_since.pop(name, None)

    def look(self) -> None:
        """Ask everybody once."""
        standing = all(foundation() for foundation in self._foundations)
        for program in tuple(self._programs.values()):
            if (program.foundation or standing) and not program.answers():
                self._unready_since.setdefault(program.name, time.monotonic())
            else:
                self.forgive(program.name)

    def _go_on_looking(self) -> None:
        while not self._ended.wait(_LOOK_EVERY_SECONDS):
            self.look()
