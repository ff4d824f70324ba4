"""`qingfu prepare`: fetch what this machine lacks, so that `up` can start at once."""

import os

import click

from ops.places import here
from ops.servers.rabbitmq_install import found_or_installed


@click.command()
def prepare() -> None:
    """准备好 RabbitMQ（没有就取来）。 Make sure that there is a RabbitMQ."""
    places = here()
    places.make()
    if not os.environ.get("QINGFU_AMQP_URL"):
        found_or_installed(places)
