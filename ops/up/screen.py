"""Screen: what the operator sees: a bar while the house starts, then one line per event; the same lines in a log."""

import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Column

_WORDS_WIDTH = 30


class Screen:
    """Lines go to the terminal and to `log`."""

    def __init__(self, log: Path, console: Console | None = None):
        self.console = console or Console(highlight=False)
        self._log = log

    def tell(self, line: str) -> None:
        """The line stands on the screen and in the log, with its time; where neither takes it, the house goes on."""
        line = f"{time.strftime('%H:%M:%S')}  {line}"
        with suppress(OSError, SystemExit):  # a closed terminal; rich would end the program on a broken pipe
            self.console.print(line, soft_wrap=True, markup=False)
        with suppress(OSError), self._log.open("a", encoding="utf-8") as log:
            log.write(line + "\n")

    def starting(self) -> "Starting":
        """Return the bar for a start."""
        return Starting(self)


class Starting:
    """The bar; where nobody watches (no terminal), a line for each step instead."""

    def __init__(self, screen: Screen):
        self._screen = screen
        self._progress = Progress(
            TextColumn("{task.description}", table_column=Column(width=_WORDS_WIDTH)), BarColumn(),
            TextColumn("{task.completed:.0f}/{task.total:.0f}"), TimeElapsedColumn(),
            console=screen.console, transient=True, disable=not screen.console.is_terminal,
        )  # fmt: skip
        self._steps = 0
        self._task = self._progress.add_task("启动", total=0)

    def expect(self, steps: int) -> None:
        """This many more steps are to be done."""
        self._steps += steps
        self._progress.update(self._task, total=self._steps)

    def step(self, what: str) -> None:
        """Another step has begun; the ones before it are done."""
        self._progress.update(self._task, description=what)
        if self._progress.disable:
            self._screen.tell(what)

    def goes_on(self, how: str) -> None:
        """The step in hand has come this far; said on the bar only."""
        self._progress.update(self._task, description=how)

    def done(self) -> None:
        """One more step is done."""
        self._progress.advance(self._task)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        self._progress.stop()
