"""`qingfu topology`: the broker's definitions file, for a broker that somebody else runs."""

import json

import click

from contracts.catalogue import HOUSES
from ops.places import here
from ops.secrets import Secrets
from ops.servers.rabbitmq import OPERATOR
from plumbing.topology import definitions


@click.command()
@click.option("--vhost", default="/", show_default=True)
def topology(vhost: str) -> None:
    """打印消息服务器的定义文件（交给别处的 RabbitMQ 导入）。 Print the broker's definitions file."""
    passwords = Secrets(here().secrets).passwords((*HOUSES, "gateway", OPERATOR))
    click.echo(json.dumps(definitions(passwords, vhost), ensure_ascii=False, indent=1))
