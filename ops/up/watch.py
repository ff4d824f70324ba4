"""Watch: sees which processes live on without working; its own thread, because a frozen process answers late."""

import threading
import time
from collections.abc import Callable, Iterable

from ops.program import Program
from ops.up.child import Tell


class Watch:
    """Asks every program again and again whether it works.

    While a foundation is away (our broker or database, or one of those `outside`) or raises an `alarm`, no house is
    held unready: that is not its fault, and ending it would heal nothing. Its time begins anew when all is well.
    """

    def __init__(
        self,
        programs: Iterable[Program],
        outside: Iterable[Callable[[], bool]] = (),
        *,
        alarm: Callable[[], str] = str,
        tell: Tell = print,
    ):
        self._programs, self._outside = tuple(programs), tuple(outside)
        self._alarm, self._tell, self._alarmed = alarm, tell, ""
        self._unready_since: dict[str, float] = {}
        self._ended = threading.Event()

    def start(self, every: float) -> None:
        """Begin to look, every so many seconds."""
        threading.Thread(target=self._go_on_looking, args=(every,), name="watch", daemon=True).start()

    def end(self) -> None:
        """Look no more."""
        self._ended.set()

    def unready_for(self, name: str) -> float:
        """Return for how many seconds a program has not worked; 0 while it does."""
        since = self._unready_since.get(name)
        return 0.0 if since is None else time.monotonic() - since

    def forgive(self, name: str) -> None:
        """The program's time begins anew: it has just been started."""
        self._unready_since.pop(name, None)

    def look(self) -> None:
        """Ask everybody once."""
        servers = {program.name: program.answers() for program in self._programs if program.foundation}
        standing = all(servers.values()) and all(server() for server in self._outside) and not self._look_at_alarm()
        for program in self._programs:
            if servers[program.name] if program.foundation else not standing or program.answers():
                self.forgive(program.name)
            else:
                self._unready_since.setdefault(program.name, time.monotonic())

    def _look_at_alarm(self) -> str:
        """Return the alarm; the operator hears of it when it begins, and when it is over."""
        before, self._alarmed = self._alarmed, self._alarm()
        if self._alarmed != before:
            self._tell(self._alarmed or "消息服务器恢复接收消息")
        return self._alarmed

    def _go_on_looking(self, every: float) -> None:
        while not self._ended.wait(every):
            self.look()
