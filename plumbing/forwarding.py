"""Forwarding: hand one message on to another exchange, confirmed by the broker, within three seconds, or raise."""

from typing import Any

from kombu import Connection
from kombu.pools import producers

LIMIT_SECONDS = 3
_ONCE_MORE = {"max_retries": 1, "interval_start": 0, "interval_step": 0, "interval_max": 0}
_OPTIONS = {"confirm_publish": True, "read_timeout": LIMIT_SECONDS, "write_timeout": LIMIT_SECONDS}


def forward(
    amqp_url: str, *, exchange: str, routing_key: str, message: Any, body: bytes, headers: dict[str, Any]
) -> None:
    """Publish a copy of `message` with `headers`; return only when the broker has it safely in a queue."""
    connection = Connection(amqp_url, transport_options=_OPTIONS, connect_timeout=LIMIT_SECONDS)
    with producers[connection].acquire(block=True, timeout=LIMIT_SECONDS) as producer:
        try:
            producer.publish(
                body, exchange=exchange, routing_key=routing_key, headers=headers, serializer=None,
                content_type=message.properties.get("content_type") or "application/octet-stream",
                content_encoding=message.properties.get("content_encoding") or "utf-8",
                message_id=message.properties.get("message_id"),
                delivery_mode=2, mandatory=True, confirm_timeout=LIMIT_SECONDS, retry=True, retry_policy=_ONCE_MORE,
            )
        except Exception:
            producer.connection.collapse()  # a confirm still due here would be taken for the next message's
            raise
