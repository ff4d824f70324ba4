"""Parked: events that a house could not read or put into effect, kept with their reason until somebody looks."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import pika
from pika.adapters.blocking_connection import BlockingChannel
from pika.exceptions import UnroutableError

from plumbing import amqp, topology
from plumbing.ladder import QUEUE, REASON, TRIES


@dataclass(frozen=True, kw_only=True)
class ParkedEvent:
    """What may be told of a parked event: never its body."""

    message_id: str
    type: str
    queue: str
    reason: str
    tries: int


def look(amqp_url: str, service: str, *, most: int = 1000) -> list[ParkedEvent]:
    """Return the parked events of a house, oldest first; they stay where they are."""
    with _channel(amqp_url) as channel:
        return [_told(properties) for _, properties, _ in _taken(channel, service, most)]


def replay(amqp_url: str, service: str, *, most: int = 1000) -> int:
    """Send parked events back to the queues they came from, each removed only when safely there; return how many.

    Sending one twice (a crash in between) is harmless: the inbox knows it.
    """
    count = 0
    with _channel(amqp_url) as channel:
        channel.confirm_delivery()
        for delivery_tag, properties, body in _taken(channel, service, most):
            queue = _told(properties).queue
            properties.headers = {k: v for k, v in properties.headers.items() if k not in (TRIES, REASON, QUEUE)}
            with suppress(UnroutableError):  # its queue is gone: it stays, and holds up nothing behind it
                channel.basic_publish(f"return.{service}", queue, body, properties, mandatory=True)
                channel.basic_ack(delivery_tag)
                count += 1
    return count


def _taken(channel: BlockingChannel, service: str, most: int) -> Iterator[tuple[int, Any, bytes]]:
    for _ in range(most):
        method, properties, body = channel.basic_get(topology.parked(service))
        if method is None:
            return
        yield method.delivery_tag, properties, body


def _told(properties: Any) -> ParkedEvent:
    headers = properties.headers or {}
    died = (headers.get("x-death") or [{}])[0]
    return ParkedEvent(
        message_id=str(properties.message_id), type=str(properties.type or headers.get("ce-type", "")),
        queue=str(headers.get(QUEUE) or died.get("queue", "")),
        reason=str(headers.get(REASON) or died.get("reason", "")), tries=int(headers.get(TRIES, 1)),
    )


@contextmanager
def _channel(amqp_url: str) -> Iterator[BlockingChannel]:
    """Open a channel that gives back, by closing, whatever was taken and not acknowledged."""
    connection = pika.BlockingConnection(amqp.parameters(amqp_url))
    try:
        yield connection.channel()
    finally:
        connection.close()
