"""Screen: a progress bar on standard error; figures, one line each, on standard output."""

import sys

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


class Screen:
    """What a person sees while benches run; what a program reads is the lines alone."""

    def __init__(self, names, size):
        self._progress = Progress(
            SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(),
            console=Console(stderr=True), transient=True, redirect_stdout=False, refresh_per_second=2,
        )
        self._task = self._progress.add_task("启动数据库和消息服务器", total=len(names))
        self._name = ""

    def __enter__(self):
        self._progress.start()
        return self

    def __exit__(self, *_):
        self._progress.stop()

    def begin(self, name):
        """A bench makes itself ready."""
        self._name = name
        self._progress.update(self._task, description=f"{name}：准备")

    def step(self, what):
        """Something is measured now."""
        self._progress.update(self._task, description=f"{self._name}：{what}")

    def show(self, figures):
        """A bench is done, and this came of it."""
        self._progress.advance(self._task)
        self._progress.stop()
        sys.stdout.writelines(f"{figure.line()}\n" for figure in figures)
        sys.stdout.flush()
        self._progress.start()
