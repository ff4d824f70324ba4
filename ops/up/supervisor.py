"""Supervisor: one loop over all children; whoever waits for something lets it turn meanwhile."""

import time
from collections.abc import Callable, Iterable
from contextlib import suppress

from ops import logfile
from ops.places import Places
from ops.program import Program
from ops.running import STOP_LIMIT_SECONDS, Running
from ops.sentence import CannotGoOn
from ops.up.child import Child, Tell
from ops.up.watch import Watch

_TURN_SECONDS, _ASK_AGAIN_SECONDS = 0.05, 0.2
_ONE_REQUEST_SECONDS = 1.0
"""Within this, a second signal is the same request: a terminal and `make` both pass it on."""


class AskedToStop(Exception):
    """The operator wants the house to stop."""


class Supervisor:
    """Whatever was added runs, until `stop`. `outside` are servers of others that the houses need.

    `alarm` says why the broker takes no messages now, in words for the operator.
    """

    def __init__(
        self,
        places: Places,
        tell: Tell,
        outside: Iterable[Callable[[], bool]] = (),
        *,
        alarm: Callable[[], str] = str,
        stop_seconds: float = STOP_LIMIT_SECONDS,
    ):
        self._places, self._tell, self._stop_seconds = places, tell, stop_seconds
        self._outside, self._alarm = tuple(outside), alarm
        self._children: list[Child] = []
        self._watch: Watch | None = None
        self._asked_at: float | None = None
        self._impatient = False

    @property
    def programs(self) -> tuple[Program, ...]:
        """Return every program under supervision, in the order it was added."""
        return tuple(child.program for child in self._children)

    def ask_to_stop(self, *_: object) -> None:
        """Whoever waits is told to stop. Asked again a second later, `stop` waits for nobody. A signal handler, too."""
        now = time.monotonic()
        self._impatient = self._asked_at is not None and now - self._asked_at > _ONE_REQUEST_SECONDS
        self._asked_at = self._asked_at or now

    def add(self, program: Program) -> None:
        """The program runs from now on."""
        child = Child(program, self._places, self._tell, self._stop_seconds)
        self._children.append(child)
        child.start()

    def watch(self, every: float = 5.0) -> None:
        """From now on, a process that lives without working is ended, too: each that has been added by now."""
        if self._watch:
            self._watch.end()
        self._watch = Watch(self.programs, self._outside, alarm=self._alarm, tell=self._tell)
        self._watch.start(every)

    def look(self) -> None:
        """Every child has been looked at once."""
        for child in self._children:
            before = child.running.pid
            child.look()
            if self._watch:
                self._judge(child, self._watch, new=child.running.pid != before)

    def wait_until(
        self, condition: Callable[[], object], limit: float = float("inf"), *, every: float = _TURN_SECONDS
    ) -> bool:
        """Look after the children until the condition holds; say whether it did in time. Raises AskedToStop."""
        until = time.monotonic() + limit
        while not condition():
            ask_again = time.monotonic() + every
            while time.monotonic() < ask_again:
                self._turn()
            if time.monotonic() > until:
                return False
        return True

    def wait_until_works(self, program: Program, limit: float) -> None:
        """The program answers, or CannotGoOn says why it does not and carries the end of its log."""
        if not self.wait_until(program.answers, limit, every=_ASK_AGAIN_SECONDS):
            log, why = self._places.log / f"{program.name}.log", program.why_not()
            raise CannotGoOn(
                f"{program.name} 在 {limit:g} 秒内没有就绪（{why}）。{log} 的最后几行：\n{logfile.last_lines(log)}",
                f"{program.name} was not ready within {limit:g} seconds; the lines above are the end of its log.",
            )

    def run(self, programs: Iterable[Program]) -> None:
        """Each has run to its end, all at the same time, without complaint; else CannotGoOn says which did not."""
        running = [Running(program, self._places) for program in programs]
        try:
            for one in running:
                one.start()
            self.wait_until(lambda: not any(one.alive() for one in running))
        finally:
            for one in running:
                one.kill()
        for one in running:
            _must_have_succeeded(one)

    def look_after_all(self) -> None:
        """Look after the children until asked to stop."""
        with suppress(AskedToStop):
            self.wait_until(lambda: False)

    def stop(self) -> None:
        """Nothing that was added runs any more: first the houses, all at once, then the servers they stand on."""
        if self._watch:
            self._watch.end()
        houses = [child.running for child in self._children if not child.program.foundation]
        servers = [child.running for child in self._children if child.program.foundation]
        self._end_together(houses)
        for server in reversed(servers):
            self._end_together([server])

    def _judge(self, child: Child, watch: Watch, *, new: bool) -> None:
        """A new process has its whole time before it; one that has used it up begins again."""
        name, patience = child.program.name, child.program.patience_seconds
        overdue = watch.unready_for(name) > patience
        if new or overdue:
            watch.forgive(name)
        if overdue and not new:
            child.begin_again(f"{patience:g} 秒不能工作")

    def _end_together(self, running: list[Running]) -> None:
        for one in running:
            one.ask_to_stop()
        until = time.monotonic() + self._stop_seconds
        while any(one.alive() for one in running) and time.monotonic() < until and not self._impatient:
            time.sleep(_TURN_SECONDS)
        for one in running:
            one.kill()

    def _turn(self) -> None:
        if self._asked_at is not None:
            raise AskedToStop
        self.look()
        time.sleep(_TURN_SECONDS)


def _must_have_succeeded(one: Running) -> None:
    if one.exit_code():
        raise CannotGoOn(
            f"{one.program.name} 没有成功。日志 {one.log} 的最后几行：\n{logfile.last_lines(one.log)}",
            f"{one.program.name} failed; the lines above are the end of its log.",
        )
