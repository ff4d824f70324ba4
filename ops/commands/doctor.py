"""`qingfu doctor`: what is not well, and the command that repairs it."""

from collections.abc import Iterator
from datetime import timedelta

import click
from rich.console import Console

from ops.commands.running_house import running_house
from ops.doctor import broker, databases, jobs, processes
from ops.doctor.finding import Finding
from ops.places import here
from ops.up.state import State
from plumbing import clock


@click.command()
def doctor() -> None:
    """检查全部部件，说出哪条命令能修复。 Look at everything; name the command that repairs it."""
    console, findings = Console(highlight=False), list(_findings(running_house()))
    for finding in findings:
        mark = "[green]✓[/]" if finding.well else "[red]✗[/]"
        console.print(f"{mark} {finding.about}：{finding.words}", soft_wrap=True)
        if finding.repair:
            console.print(f"  → {finding.repair}", soft_wrap=True)
    if not all(finding.well for finding in findings):
        raise SystemExit(1)


def _findings(house: State) -> Iterator[Finding]:
    offset = timedelta(seconds=house.clock_offset_seconds)
    servers = [*broker.look(house.operator_amqp_url), *databases.look(house.databases, offset)]
    yield from servers
    yield from processes.look(house.processes, here().run, held_up=not all(finding.well for finding in servers))
    yield from jobs.look(house.databases)
    today = clock.local_date(clock.now() - timedelta(seconds=clock.offset_seconds()) + offset)
    yield Finding(about="系统的今天", words=f"{today:%Y-%m-%d}" + ("（已调整）" if offset else ""))
