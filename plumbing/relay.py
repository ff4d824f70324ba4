"""Relay: read what the outbox holds, publish it with pipelined confirms, mark what the broker has safely.

One plain process a house is at work (a session lock); others wait. Killed anywhere, it publishes again what was not
marked: every event at least once, in order of writing; the inbox makes that once.
"""

import signal
import time
from collections.abc import Callable
from typing import Any

import pika
import structlog
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from contracts.catalogue import SUBSCRIPTIONS
from plumbing import amqp, envelope, metrics
from plumbing.database import open_engine
from plumbing.health import HealthServer

BATCH, BUSY_SECONDS, IDLE_SECONDS, AGAIN_SECONDS = 500, 0.002, 0.1, 0.5
STUCK_SECONDS = 15
_LEAD = text("SELECT pg_try_advisory_lock(hashtext('qingfu relay'))")
_UNHURRIED = text("SET synchronous_commit = off")
_READ = text("""
SELECT seq, message_id, type, subject, sequence, district_id, school_id, correlation_id, causation_id, body, occurred_at
FROM outbox WHERE published_at IS NULL AND unroutable_at IS NULL ORDER BY seq LIMIT :batch
""")
_PUBLISHED = text("UPDATE outbox SET published_at = qingfu.now() WHERE seq = ANY(:seqs)")
_UNROUTABLE = text("UPDATE outbox SET unroutable_at = qingfu.now() WHERE seq = ANY(:seqs)")
_SUBSCRIBED = frozenset(event.type for subscription in SUBSCRIPTIONS for event in subscription.events)
_log = structlog.get_logger("relay")


class Ledger:
    """The outbox as the relay sees it: leadership, the next batch, the marks."""

    def __init__(self, database_url: str):
        self._engine = open_engine(database_url, pool_size=1)
        self._held: Connection | None = None

    def leads(self) -> bool:
        """Say whether this process is the one at work, trying to become it; the lock ends with the connection.

        Its marks do not wait for the disk: one that is lost with the server only sends an event once more.
        """
        if self._held is not None:
            return True
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        if connection.execute(_LEAD).scalar():
            connection.execute(_UNHURRIED)
            self._held = connection
            return True
        connection.close()
        return False

    def waiting(self) -> list[Any]:
        """Return the oldest events that are neither published nor unroutable."""
        assert self._held is not None
        return list(self._held.execute(_READ, {"batch": BATCH}))

    def mark(self, published: list[int], unroutable: list[int]) -> None:
        """Remember what became of a batch."""
        assert self._held is not None
        for statement, seqs in ((_PUBLISHED, published), (_UNROUTABLE, unroutable)):
            if seqs:
                self._held.execute(statement, {"seqs": seqs})

    def lose(self) -> None:
        """Forget the connection, and with it the lead."""
        if self._held is not None:
            self._held.invalidate()
            self._held.close()
        self._held = None


class Batch:
    """One batch on its way: which delivery tag is which row, what is confirmed, what came back."""

    def __init__(self) -> None:
        self.rows: dict[int, int] = {}
        self.by_message: dict[str, int] = {}
        self.published: list[int] = []
        self.unroutable: list[int] = []

    def sent(self, tag: int, row: Any) -> None:
        """Remember a published row by its delivery tag."""
        self.rows[tag] = row.seq
        self.by_message[row.message_id] = row.seq

    def returned(self, message_id: str) -> None:
        """The broker found no queue for it; its confirm still comes."""
        if message_id in self.by_message:
            self.unroutable.append(self.by_message[message_id])

    def confirmed(self, tag: int, *, multiple: bool) -> None:
        """The broker has it safely, or has sent it back."""
        tags = [t for t in self.rows if t <= tag] if multiple else [tag]
        settled = [self.rows.pop(t) for t in tags if t in self.rows]
        self.published += [seq for seq in settled if seq not in self.unroutable]


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
        _log.warning("channel closed", service=self.service, problem=str(reason))
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
        except DBAPIError as problem:
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
