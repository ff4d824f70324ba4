"""Canary: a small message a process sends to itself; seen again lately means that it can publish, route and consume."""

import json
from typing import Any

import eventlet
import structlog
from kombu import Consumer, Exchange, Producer, Queue

from plumbing import ids, metrics, topology
from plumbing.broker_line import LIMIT_SECONDS, open_line

EVERY_SECONDS, FRESH_SECONDS = 2, 30
_log = structlog.get_logger("canary")


class Canary:
    """A greenthread with a connection and an exclusive queue of its own (on a shared one, most never see theirs)."""

    def __init__(self, amqp_url: str, service: str, monotonic: Any):
        self._url, self._monotonic = amqp_url, monotonic
        self._name = f"canary.{service}.{ids.new_id()}"
        self._seen: float | None = None

    def start(self) -> None:
        """Begin to sing."""
        eventlet.spawn_n(self._run)

    def fresh(self, within: float = FRESH_SECONDS) -> bool:
        """Say whether the canary was seen within the last half minute, or within as many seconds as asked."""
        return self._seen is not None and self._monotonic() - self._seen < within

    def _run(self) -> None:
        while True:
            try:
                self._sing()
            except Exception as problem:
                _log.warning("canary silent", problem=type(problem).__name__)
            eventlet.sleep(EVERY_SECONDS)

    def _sing(self) -> None:
        exchange = Exchange(topology.CANARY_EXCHANGE, type="direct", no_declare=True)
        queue = Queue(self._name, exchange, routing_key=self._name, exclusive=True, auto_delete=True, durable=False)
        with open_line(self._url, read_timeout=LIMIT_SECONDS * 2, write_timeout=LIMIT_SECONDS) as connection:
            channel = connection.channel()
            with Consumer(channel, [queue], on_message=self._hear, no_ack=True):
                producer = Producer(channel)
                while True:
                    producer.publish(json.dumps({}), exchange=exchange, routing_key=self._name, delivery_mode=1)
                    connection.drain_events(timeout=LIMIT_SECONDS)
                    eventlet.sleep(EVERY_SECONDS)

    def _hear(self, _: Any) -> None:
        self._seen = self._monotonic()
        metrics.CANARY.set(self._seen)
