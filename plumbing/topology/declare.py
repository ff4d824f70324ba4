"""Declare: bring the topology onto a running broker."""

from collections.abc import Iterable
from typing import Any

import pika

from plumbing import amqp
from plumbing.ladder import RUNGS, Rung
from plumbing.topology.part import Binding, Exchange, Part, Queue
from plumbing.topology.whole import parts


def declare(amqp_url: str, rungs: Iterable[Rung] = RUNGS) -> None:
    """Declare the whole topology on a broker, as a user who may. Declaring it again changes nothing."""
    connection = pika.BlockingConnection(amqp.parameters(amqp_url))
    try:
        channel = connection.channel()
        for part in parts(rungs):
            _declare(channel, part)
    finally:
        connection.close()


def _declare(channel: Any, part: Part) -> None:
    match part:
        case Exchange():
            channel.exchange_declare(part.name, part.type, durable=True)
        case Queue():
            channel.queue_declare(part.name, durable=True, arguments=dict(part.arguments))
        case Binding():
            channel.queue_bind(part.queue, part.exchange, part.key)
