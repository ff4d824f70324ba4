"""Replies: how an answer leaves a house; nobody may be waiting for it any more, so it is never worth dying for."""

import json
import threading
from typing import Any

from amqp import Message
from amqp.exceptions import AMQPError

from plumbing.broker_line import LIMIT_SECONDS, open_line
from plumbing.topology.names import RPC_EXCHANGE

_HURRIED = {"confirm_publish": False, "write_timeout": LIMIT_SECONDS, "max_retries": 1}


class Replies:
    """One line of a process for its replies, shared by its workers, one at a time.

    Before it publishes, the library looks for what the broker has said: over TLS eventlet lets another worker in
    meanwhile, and would end whoever looks second.
    """

    def __init__(self, amqp_url: str):
        self._amqp_url = amqp_url
        self._line: Any = None
        self._turn = threading.Lock()

    def send(self, reply_to: str, correlation_id: str | None, payload: dict[str, Any]) -> None:
        """Send a reply in nameko's form: neither confirmed nor kept on disk, tried twice. Raises what stops it then."""
        body = json.dumps(payload, ensure_ascii=False).encode()
        message = Message(
            body, correlation_id=correlation_id, content_type="application/json", content_encoding="utf-8",
            delivery_mode=1,
        )
        if not self._turn.acquire(timeout=LIMIT_SECONDS):
            raise TimeoutError
        try:
            self._send(message, reply_to)
        finally:
            self._turn.release()

    def _send(self, message: Message, reply_to: str) -> None:
        try:
            _say(self._line, message, reply_to)
        except (AMQPError, OSError, AttributeError):
            self._line = open_line(self._amqp_url, **_HURRIED).default_channel
            _say(self._line, message, reply_to)


def _say(line: Any, message: Message, reply_to: str) -> None:
    line.basic_publish(message, exchange=RPC_EXCHANGE, routing_key=reply_to)
