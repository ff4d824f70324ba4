"""`qingfu kill`: end a process as a crash would, to see that nothing is lost; for tests and torture."""

import click

from ops import pidfile
from ops.places import here
from ops.sentence import CannotGoOn


@click.command()
@click.argument("name")
def kill(name: str) -> None:
    """用 kill -9 结束一个进程（演练用）。 End one process with kill -9."""
    running = pidfile.find(here().run, name)
    if running is None:
        names = " ".join(file.name for file in pidfile.every(here().run) if file.alive())
        raise CannotGoOn(f"没有叫 {name} 的进程在运行。正在运行的：{names or '无'}", f"No process called {name} runs.")
    running.kill()
    click.echo(f"{name}（{running.pid}）已结束。")
