"""A spy: a queue of the operator's at every exchange but the calls', that keeps whatever passes from now on."""

from collections.abc import Iterator
from contextlib import contextmanager

import pika

from plumbing import amqp, topology
from plumbing.topology import Exchange

QUEUE = "q7.spy"
_NOT_EVENTS = (topology.CANARY_EXCHANGE, topology.RPC_EXCHANGE)


class Spy:
    """Hears every event of the house it is set on, also one that waits or is parked."""

    def __init__(self, url):
        self._url = url
        with self._channel() as channel:
            channel.queue_declare(QUEUE)
            for part in topology.parts():
                if isinstance(part, Exchange) and part.name not in _NOT_EVENTS:
                    channel.queue_bind(QUEUE, part.name, "#")

    def heard(self) -> Iterator[tuple[str, str]]:
        """Yield (exchange, all that travelled: key, headers and body) of each message so far."""
        with self._channel() as channel:
            while True:
                way, properties, body = channel.basic_get(QUEUE, auto_ack=True)
                if way is None:
                    return
                yield way.exchange, f"{way.routing_key} {properties.headers} {body.decode('utf-8', 'replace')}"

    def leave(self):
        """Nothing is left of it."""
        with self._channel() as channel:
            channel.queue_delete(QUEUE)

    @contextmanager
    def _channel(self):
        connection = pika.BlockingConnection(amqp.parameters(self._url))
        try:
            yield connection.channel()
        finally:
            connection.close()
