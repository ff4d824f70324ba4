"""Relay: read what the outbox holds, publish it with pipelined confirms, mark what the broker has safely.

One plain process a house is at work (a session lock); others wait. Killed anywhere, it publishes again what was not
marked: every event at least once, in order of writing; the inbox makes that once.
"""

import signal
import time
from collections.abc import Callable
from typing import Any

import pika
import psycopg2
import structlog

from contracts.catalogue import SUBSCRIPTIONS
from plumbing import amqp, envelope, metrics
from plumbing.batch import Batch
from plumbing.health import HealthServer
from plumbing.ledger import BATCH, Ledger

BUSY_SECONDS, IDLE_SECONDS, AGAIN_SECONDS = 0.002, 0.1, 0.5
STUCK_SECONDS = 15
_SUBSCRIBED = frozenset(event.type for subscription in SUBSCRIPTIONS for event in subscription.events)
_log = structlog.get_logger("relay")


class Relay:
    """One pika connection driven by one loop: read, publish, wait for every confirm, mark, read again."""

    def __init__(self, service: str, *, database_url: str, amqp_url: str):
        self.service, self._amqp_url = service, amqp_url
        self._ledger = Ledger(database_url)
        self._connection: pika.SelectConnection | None = None
        self._channel: Any = None
        self._batch: Batch | None = None
        self._tag, self._pause = 0, IDLE_SECONDS
        self._stopping = False
        self.trouble = ["not connected yet"]
        self._turned = time.monotonic()

    def unready(self) -> list[str]:
        """Return why no event goes out now; a batch whose confirms or marks never come is a reason too."""
        still = time.monotonic() - self._turned
        return self.trouble or ([f"no turn for {still:.0f} s"] if still > STUCK_SECONDS else [])

    def run(self) -> None:
        """Work until told to stop, over every loss of broker or database."""
        while not self._stopping:
            amqp.drive(self._amqp_url, opened=self._opened, lost=self._lost, begun=self._begun)
        self._ledger.lose()

    def _begun(self, connection: pika.SelectConnection) -> None:
        self._connection = connection

    def stop(self, *_: Any) -> None:
        """Stop after the batch in hand; what is unmarked goes out again with the next start."""
        self._stopping = True
        connection = self._connection
        if connection is not None:
            connection.ioloop.add_callback_threadsafe(lambda: connection.is_open and connection.close())

    def _opened(self, channel: Any) -> None:
        self._channel, self._batch, self._tag = channel, None, 0
        channel.add_on_return_callback(self._returned)
        channel.add_on_close_callback(self._channel_closed)
        channel.confirm_delivery(self._confirm, callback=lambda _: self._tick())

    def _returned(self, _: Any, __: Any, properties: pika.BasicProperties, ___: bytes) -> None:
        if self._batch is not None:
            self._batch.returned(properties.message_id)

    def _channel_closed(self, channel: Any, reason: Exception) -> None:
        code = getattr(reason, "reply_code", None)
        _log.warning("channel closed", service=self.service, problem=type(reason).__name__, code=code)
        amqp.close_with(channel, reason)

    def _lost(self, connection: pika.SelectConnection, reason: Any) -> None:
        self.trouble = ["broker not reached"]
        self._channel, self._batch = None, None
        if not self._stopping:
            _log.warning("broker lost", service=self.service, problem=type(reason).__name__)
            connection.ioloop.call_later(AGAIN_SECONDS, connection.ioloop.stop)
        else:
            connection.ioloop.stop()

    @property
    def _batch_in_hand(self) -> Batch:
        assert self._batch is not None
        return self._batch

    def _again(self, seconds: float) -> None:
        assert self._connection is not None
        self._connection.ioloop.call_later(seconds, self._tick)

    def _tick(self) -> None:
        """Take the next batch, if this process leads and there is one."""
        if self._channel is None or self._channel.is_closed or self._stopping:
            return
        self._guarded(self._send_waiting)

    def _guarded(self, step: Callable[[], None]) -> None:
        try:
            step()
            self.trouble, self._turned = [], time.monotonic()
        except psycopg2.Error as problem:
            _log.warning("database lost", service=self.service, problem=type(problem).__name__)
            self.trouble = ["database not reached"]
            self._ledger.lose()
            self._batch = None
            self._again(AGAIN_SECONDS)

    def _send_waiting(self) -> None:
        rows = self._ledger.waiting() if self._ledger.leads() else []
        metrics.WAITING.labels(self.service).set(len(rows))
        if not rows:
            self._again(self._pause)
            self._pause = min(2 * self._pause, IDLE_SECONDS)  # a gap in the stream is not yet its end
            return
        self._batch = Batch()
        for row in rows:
            self._publish(row)

    def _publish(self, row: Any) -> None:
        letter = envelope.seal(row)
        self._tag += 1
        self._batch_in_hand.sent(self._tag, row)
        properties = pika.BasicProperties(
            message_id=letter.message_id, type=row.type, content_type=envelope.CONTENT_TYPE,
            content_encoding="utf-8", delivery_mode=2, headers=letter.headers,
        )
        self._channel.basic_publish(
            letter.exchange, letter.routing_key, letter.body, properties, mandatory=row.type in _SUBSCRIBED
        )

    def _confirm(self, frame: Any) -> None:
        method, batch = frame.method, self._batch
        if batch is None:
            return
        if isinstance(method, pika.spec.Basic.Nack):
            self._channel.connection.close()
            return
        batch.confirmed(method.delivery_tag, multiple=method.multiple)
        if not batch.rows:
            self._guarded(self._settle)

    def _settle(self) -> None:
        batch = self._batch_in_hand
        self._batch = None
        self._ledger.mark(batch.published, batch.unroutable)
        metrics.RELAYED.labels(self.service).inc(len(batch.published))
        if batch.unroutable:
            metrics.UNROUTABLE.labels(self.service).inc(len(batch.unroutable))
            _log.error("no queue for subscribed events", service=self.service, count=len(batch.unroutable))
        self._pause = BUSY_SECONDS
        self._again(0 if len(batch.published) == BATCH else self._pause)


def run_relay(service: str, *, database_url: str, amqp_url: str, health_port: int) -> None:
    """Run the relay of one house until SIGTERM."""
    relay = Relay(service, database_url=database_url, amqp_url=amqp_url)
    HealthServer(health_port, relay.unready).start()
    signal.signal(signal.SIGTERM, relay.stop)
    signal.signal(signal.SIGINT, relay.stop)
    relay.run()
