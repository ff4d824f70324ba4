"""`qingfu status`: what runs, and whether it can work."""

import click
from rich.console import Console
from rich.table import Table

from ops import pidfile
from ops.places import Places, here
from ops.ready import reasons_unready
from ops.up import state
from ops.up.presence import is_supervisor, supervisor_of


@click.command()
def status() -> None:
    """看每个进程是否在运行、能否工作。 Show each process, and whether it can work."""
    places, console = here(), Console(highlight=False)
    if supervisor_of(places) is None:
        console.print("没有在运行。make run 启动。")
        raise SystemExit(1)
    house = state.read(places)
    console.print(f"地址 {house.address}" if house else "正在启动……")
    console.print(_table(places))


def _table(places: Places) -> Table:
    table = Table("进程", "进程号", "状态", box=None, pad_edge=False)
    for file in pidfile.every(places.run):
        if not is_supervisor(file):
            table.add_row(file.name, str(file.pid), condition(file))
    return table


def condition(file: pidfile.PidFile) -> str:
    """Say in a few words how a process is."""
    if not file.alive():
        return "已退出，即将重新启动"
    if file.health_port is None:
        return "运行中"
    reasons = reasons_unready(file.health_port)
    return f"不能工作：{reasons}" if reasons else "就绪"
