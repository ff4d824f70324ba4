"""`qingfu parked`: events that could not be put into effect, with their reasons; sent back after the repair."""

import click
from rich.console import Console
from rich.table import Table

from contracts.catalogue import SUBSCRIPTIONS
from ops.commands.running_house import running_house
from plumbing import parked as parking

_HOUSES = sorted({subscription.service for subscription in SUBSCRIPTIONS})
_HOUSE = click.argument("house", type=click.Choice(_HOUSES))


@click.group()
def parked() -> None:
    """搁置的事件：查看原因，修复后重放。 Parked events: see why, replay after the repair."""


@parked.command(name="list")
def list_parked() -> None:
    """列出每个服务搁置的事件和原因。 List them with their reasons."""
    url = running_house().operator_amqp_url
    table = Table("服务", "事件", "类型", "队列", "次数", "原因", box=None, pad_edge=False)
    for house in _HOUSES:
        for event in parking.look(url, house):
            table.add_row(house, event.message_id, event.type, event.queue, str(event.tries), event.reason)
    Console(highlight=False).print(table if table.row_count else "没有搁置的事件。")


@parked.command()
@_HOUSE
def replay(house: str) -> None:
    """把一个服务搁置的事件送回原队列。 Send a house's parked events back to their queues."""
    click.echo(f"已送回 {parking.replay(running_house().operator_amqp_url, house)} 条。")
