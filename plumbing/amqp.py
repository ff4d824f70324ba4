"""AMQP: how every pika connection of ours behaves: it notices a dead peer and never waits without limit."""

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
