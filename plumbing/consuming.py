"""Consuming: nameko's queue consumer made safe: raw bytes in, a prefetch per queue, back within two seconds."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

from nameko.messaging import QueueConsumer


class SteadyConsumer(QueueConsumer):
    """One connection for all queues of a process.

    Stock kombu acknowledges what it cannot decode, and so loses it: here nothing is decoded before our own code.
    """

    def get_consumers(self, consumer_cls: Any, channel: Any) -> Any:
        """Open one consumer per queue, after every (re)connection."""
        for provider in self._providers:
            consumer = consumer_cls(queues=[provider.queue], on_message=partial(self._take, provider))
            consumer.qos(prefetch_count=provider.prefetch)
            self._consumers[provider] = consumer
        return self._consumers.values()

    def _take(self, provider: Any, message: Any) -> None:
        self.handle_message(provider, message.body, message)

    def ack_message(self, message: Any) -> None:
        """Acknowledge; on a connection that dies at this moment the broker gives the message out again."""
        with suppress(OSError):
            super().ack_message(message)

    def requeue_message(self, message: Any) -> None:
        """Hand a message back; the broker takes back by itself what was in hand on a dead connection."""
        with suppress(OSError):
            super().requeue_message(message)

    @contextmanager
    def establish_connection(self) -> Iterator[Any]:
        """Connect, trying again after 0.2 to 2 s (stock: up to 30 s)."""
        with self.create_connection() as connection:
            connection.ensure_connection(
                self.on_connection_error, self.connect_max_retries,
                interval_start=0.2, interval_step=0.3, interval_max=2,
            )
            yield connection


def body_of(message: Any) -> bytes:
    """Return a raw message's body as bytes, whatever its declared encoding."""
    body = message.body
    return body.encode("utf-8", "surrogatepass") if isinstance(body, str) else bytes(body)
