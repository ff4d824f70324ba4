"""Replies: how an answer leaves a house; nobody may be waiting for it any more, so it is never worth dying for."""

import json
from typing import Any

from kombu import Connection
from kombu.pools import producers

LIMIT_SECONDS = 3
_ONCE_MORE = {"max_retries": 1, "interval_start": 0, "interval_step": 0, "interval_max": 0}
_RECONNECTING = {"max_retries": 3, "interval_start": 2, "interval_step": 1, "interval_max": 5}


class Replies:
    """Connections of one process for its replies; to find them anew for each reply costs a tenth of the call."""

    def __init__(self, amqp_url: str):
        options = {**_RECONNECTING, "confirm_publish": False, "write_timeout": LIMIT_SECONDS}
        self._producers = producers[Connection(amqp_url, transport_options=options)]

    def send(self, reply_to: str, correlation_id: str | None, payload: dict[str, Any]) -> None:
        """Send a reply in nameko's form: neither confirmed nor kept on disk, tried twice. Raises what stops it then."""
        with self._producers.acquire(block=True, timeout=LIMIT_SECONDS) as producer:
            producer.publish(
                json.dumps(payload, ensure_ascii=False), exchange="nameko-rpc", routing_key=reply_to,
                correlation_id=correlation_id, serializer=None, content_type="application/json",
                content_encoding="utf-8", delivery_mode=1, retry=True, retry_policy=_ONCE_MORE,
            )
