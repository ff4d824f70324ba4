"""AMQP: how every pika connection of ours behaves: it notices a dead peer and never waits without limit."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pika

from plumbing import address, trust

HEARTBEAT_SECONDS = 10
BLOCKED_SECONDS = 5


def parameters(amqp_url: str) -> pika.URLParameters:
    """Return the connection's parameters: heartbeat 10 s, blocked at most 5 s, connected within 3 s, TLS checked.

    Raises Untrusted for an address that leads elsewhere in plain.
    """
    server, found = address.broker(amqp_url), pika.URLParameters(amqp_url)
    found.ssl_options = pika.SSLOptions(trust.context(), server.host) if server.tls else None
    found.heartbeat = HEARTBEAT_SECONDS
    found.blocked_connection_timeout = BLOCKED_SECONDS
    found.socket_timeout = 3
    found.stack_timeout = 5
    found.connection_attempts = 1
    return found


class Line(pika.SelectConnection):
    """A connection that can send many messages in one piece: pika hands each frame to the socket by itself."""

    _held: list[bytes] | None = None

    @contextmanager
    def in_one_piece(self) -> Iterator[None]:
        """What is published meanwhile leaves together, afterwards. Only in the loop's own thread."""
        held = self._held = []
        try:
            yield
        finally:
            self._held = None
            if held:
                super()._adapter_emit_data(b"".join(held))

    def _adapter_emit_data(self, data: bytes) -> None:
        if self._held is None:
            super()._adapter_emit_data(data)
        else:
            self._held.append(data)


def drive(
    amqp_url: str, *, opened: Callable[[Any], None], lost: Callable[[Any, Any], None], begun: Callable[[Line], None]
) -> None:
    """Hold one connection from its beginning to its end in this thread; `opened` gets its channel.

    `begun` gets the connection before it is open; `lost` must in the end stop its loop. Nothing of it is left after.
    """
    connection = Line(
        parameters(amqp_url),
        on_open_callback=lambda c: c.channel(on_open_callback=opened),
        on_open_error_callback=lost,
        on_close_callback=lost,
    )
    begun(connection)
    try:
        connection.ioloop.start()
    finally:
        connection.ioloop.close()


def stop_loop(connection: Any, _: Any) -> None:
    """End the connection's loop, when it is lost."""
    connection.ioloop.stop()


def close_with(channel: Any, _: Any) -> None:
    """Close the connection of a channel that was closed: one is of no use without the other."""
    if channel.connection.is_open:
        channel.connection.close()
