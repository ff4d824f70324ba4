"""Forwarding: hand one message on to another exchange, confirmed by the broker, or raise."""

from typing import Any

from kombu.pools import producers

from plumbing.broker_line import LIMIT_SECONDS, open_line
from plumbing.consuming import body_of


def _only_where_the_line_was_dead(problem: BaseException, _: float) -> None:
    """A silent broker may still take what it was given: asked once more, it would have two."""
    if isinstance(problem, TimeoutError):
        raise problem


_OPTIONS = {"confirm_publish": True, "read_timeout": LIMIT_SECONDS, "write_timeout": LIMIT_SECONDS}
_ONCE_MORE = {
    "max_retries": 1, "interval_start": 0, "interval_step": 0, "interval_max": 0,
    "errback": _only_where_the_line_was_dead,
}


def forward(
    amqp_url: str, message: Any, *, exchange: str, routing_key: str, headers: dict[str, Any], confirmed_within: float
) -> None:
    """Publish a copy of `message` with `headers`; return only when the broker has it safely in a queue.

    A broker that blocks publishers (an alarm) lets this wait for as many seconds as it may.
    """
    with producers[open_line(amqp_url, **_OPTIONS)].acquire(block=True, timeout=confirmed_within) as producer:
        try:
            producer.publish(
                body_of(message), exchange=exchange, routing_key=routing_key, headers=headers, serializer=None,
                content_type=message.properties.get("content_type") or "application/octet-stream",
                content_encoding=message.properties.get("content_encoding") or "utf-8",
                message_id=message.properties.get("message_id"),
                delivery_mode=2, mandatory=True, confirm_timeout=confirmed_within, retry=True, retry_policy=_ONCE_MORE,
            )
        except BaseException:
            producer.connection.collect()  # without goodbye: a broker that blocks publishers would not hear it
            raise
