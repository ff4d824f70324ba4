"""Replies: how an answer leaves a house; nobody may be waiting for it any more, so it is never worth dying for."""

import json
import threading
from typing import Any

from amqp import Message
from amqp.exceptions import AMQPError
from kombu import Connection

from plumbing.topology.names import RPC_EXCHANGE

LIMIT_SECONDS = 3
_HURRIED = {"confirm_publish": False, "write_timeout": LIMIT_SECONDS, "max_retries": 1}


class Replies:
    """One line of a process for its replies, shared by its workers: the library writes a message in one piece."""

    def __init__(self, amqp_url: str):
        self._amqp_url = amqp_url
        self._line: Any = None
        self._connecting = threading.Lock()

    def send(self, reply_to: str, correlation_id: str | None, payload: dict[str, Any]) -> None:
        """Send a reply in nameko's form: neither confirmed nor kept on disk, tried twice. Raises what stops it then."""
        body = json.dumps(payload, ensure_ascii=False).encode()
        message = Message(
            body, correlation_id=correlation_id, content_type="application/json", content_encoding="utf-8",
            delivery_mode=1,
        )
        line = self._line
        try:
            _say(line, message, reply_to)
        except (AMQPError, OSError, AttributeError):
            _say(self._another(line), message, reply_to)

    def _another(self, lost: Any) -> Any:
        """Return a new line in place of the lost one; whoever finds it replaced already takes that."""
        with self._connecting:
            if self._line is lost:
                connection = Connection(self._amqp_url, connect_timeout=LIMIT_SECONDS, transport_options=_HURRIED)
                self._line = connection.default_channel
            return self._line


def _say(line: Any, message: Message, reply_to: str) -> None:
    line.basic_publish(message, exchange=RPC_EXCHANGE, routing_key=reply_to)
