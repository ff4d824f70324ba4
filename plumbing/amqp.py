"""AMQP: how every pika connection of ours behaves: it notices a dead peer and never waits without limit."""

from collections.abc import Callable
from typing import Any

import pika

HEARTBEAT_SECONDS = 10
BLOCKED_SECONDS = 5


def parameters(amqp_url: str) -> pika.URLParameters:
    """Return the connection's parameters: heartbeat 10 s, blocked at most 5 s, connected within 3 s."""
    found = pika.URLParameters(amqp_url)
    found.heartbeat = HEARTBEAT_SECONDS
    found.blocked_connection_timeout = BLOCKED_SECONDS
    found.socket_timeout = 3
    found.stack_timeout = 5
    found.connection_attempts = 1
    return found


def drive(
    amqp_url: str, *, opened: Callable[[Any], None], lost: Callable[[Any, Any], None], begun: Callable[[Any], None]
) -> None:
    """Hold one connection from its beginning to its end in this thread; `opened` gets its channel.

    `begun` gets the connection before it is open; `lost` must in the end stop its loop. Nothing of it is left after.
    """
    connection = pika.SelectConnection(
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
