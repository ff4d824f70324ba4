"""Relay: read what the outbox holds, publish it, mark what the broker has confirmed; none of it waits for another.

One plain process a house is at work (a session lock); others wait. Killed anywhere, it publishes again what was not
marked: every event at least once, in order of writing; the inbox makes that once.
"""

import signal
import time
from typing import Any

import pika
import psycopg2
import structlog

from contracts.catalogue import SUBSCRIPTIONS
from plumbing import amqp, envelope, metrics
from plumbing.flight import Flight
from plumbing.health import HealthServer
from plumbing.ledger import Ledger

BUSY_SECONDS, IDLE_SECONDS, AGAIN_SECONDS = 0.002, 0.1, 0.5
MOST_IN_FLIGHT, MARKED_AT_ONCE, MARK_SECONDS = 1000, 250, 0.01
STUCK_SECONDS, LANDING_SECONDS = 15, 3
_SUBSCRIBED = frozenset(event.type for subscription in SUBSCRIPTIONS for event in subscription.events)
_log = structlog.get_logger("relay")


class Relay:
    """One pika connection driven by one loop; each turn marks what has landed, reads what waits, and sends it."""

    def __init__(self, service: str, *, database_url: str, amqp_url: str):
        self.service, self._amqp_url = service, amqp_url
        self._ledger = Ledger(database_url)
        self._connection: amqp.Line | None = None
        self._channel: Any = None
        self._flight = Flight()
        self._tag, self._pause = 0, IDLE_SECONDS
        self._leaving_since: float | None = None
        self.trouble = ["not connected yet"]
        self._turned = self._marked = time.monotonic()

    def unready(self) -> list[str]:
        """Return why no event goes out now; confirms or marks that never come are a reason too."""
        still = max(time.monotonic() - self._turned, self._flight.silent_for())
        return self.trouble or ([f"no turn for {still:.0f} s"] if still > STUCK_SECONDS else [])

    def run(self) -> None:
        """Work until told to stop, over every loss of broker or database."""
        while self._leaving_since is None:
            amqp.drive(self._amqp_url, opened=self._opened, lost=self._lost, begun=self._begun)
        self._ledger.lose()

    def stop(self, *_: Any) -> None:
        """Send nothing more; wait a moment for confirms. What is unmarked then goes out again with the next start."""
        self._leaving_since = time.monotonic()
        if self._connection is not None:
            self._connection.ioloop.add_callback_threadsafe(self._leave)

    def _leave(self) -> None:
        if self._channel is None and self._connection is not None:
            self._connection.ioloop.stop()
        else:
            self._turn()

    def _begun(self, connection: amqp.Line) -> None:
        self._connection = connection

    def _opened(self, channel: Any) -> None:
        self._channel, self._flight, self._tag = channel, Flight(), 0
        channel.add_on_return_callback(lambda _, __, properties, ___: self._flight.come_back(properties.message_id))
        channel.add_on_close_callback(self._channel_closed)
        channel.confirm_delivery(self._confirm, callback=lambda _: self._turn())

    def _confirm(self, frame: Any) -> None:
        if isinstance(frame.method, pika.spec.Basic.Nack):
            self._channel.connection.close()
        else:
            self._flight.confirm(frame.method.delivery_tag, multiple=frame.method.multiple)

    def _channel_closed(self, channel: Any, reason: Exception) -> None:
        code = getattr(reason, "reply_code", None)
        _log.warning("channel closed", service=self.service, problem=type(reason).__name__, code=code)
        amqp.close_with(channel, reason)

    def _lost(self, connection: pika.SelectConnection, reason: Any) -> None:
        self.trouble = ["broker not reached"]
        self._channel, self._flight = None, Flight()
        if self._leaving_since is None:
            _log.warning("broker lost", service=self.service, problem=type(reason).__name__)
            connection.ioloop.call_later(AGAIN_SECONDS, connection.ioloop.stop)
        else:
            connection.ioloop.stop()

    def _turn(self) -> None:
        """Mark, read and send once, and arrange for the next turn; after a loss of the database, begin anew."""
        if self._channel is None or not self._channel.is_open:
            return
        try:
            self._mark_landed()
            sent = self._leaving_since is None and self._send_waiting()
            self.trouble, self._turned = [], time.monotonic()
        except psycopg2.Error as problem:
            _log.warning("database lost", service=self.service, problem=type(problem).__name__)
            self.trouble = ["database not reached"]
            self._ledger.lose()
            self._flight = Flight()
            self._next_turn(AGAIN_SECONDS)
            return
        if self._leaving_since is not None and self._landed():
            self._channel.connection.close()
            return
        self._next_turn(self._pace(hurried=sent or len(self._flight) > 0))

    def _pace(self, *, hurried: bool) -> float:
        """Return when to look again: a gap in the stream of events is not yet its end."""
        self._pause = BUSY_SECONDS if hurried else min(2 * self._pause, IDLE_SECONDS)
        return self._pause

    def _next_turn(self, seconds: float) -> None:
        assert self._connection is not None
        self._connection.ioloop.call_later(seconds, self._turn)

    def _landed(self) -> bool:
        assert self._leaving_since is not None
        return not self._flight or time.monotonic() - self._leaving_since > LANDING_SECONDS

    def _mark_landed(self) -> None:
        """Mark what is settled, many at a time: a mark more a moment later costs nothing but a row read again."""
        now, settled = time.monotonic(), self._flight.settled
        if not settled or (settled < MARKED_AT_ONCE and now - self._marked < MARK_SECONDS):
            return
        published, unroutable = self._flight.land()
        self._ledger.mark(published, unroutable)
        self._marked = now
        metrics.RELAYED.labels(self.service).inc(len(published))
        if unroutable:
            metrics.UNROUTABLE.labels(self.service).inc(len(unroutable))
            _log.error("no queue for subscribed events", service=self.service, count=len(unroutable))

    def _send_waiting(self) -> bool:
        """Send what waits, while there is room in the air; say whether there was anything."""
        room = MOST_IN_FLIGHT - len(self._flight)
        if room < MOST_IN_FLIGHT // 2 or not self._ledger.leads():
            return False
        rows = self._ledger.waiting(room, but=self._flight.seqs)
        metrics.WAITING.labels(self.service).set(len(rows))
        if rows:
            assert self._connection is not None
            with self._connection.in_one_piece():
                for row in rows:
                    self._send(row)
        return bool(rows)

    def _send(self, row: Any) -> None:
        letter = envelope.seal(row)
        self._tag += 1
        self._flight.send(self._tag, row)
        properties = pika.BasicProperties(
            message_id=letter.message_id, type=row.type, content_type=envelope.CONTENT_TYPE,
            content_encoding="utf-8", delivery_mode=2, headers=letter.headers,
        )
        self._channel.basic_publish(
            letter.exchange, letter.routing_key, letter.body, properties, mandatory=row.type in _SUBSCRIBED
        )


def run_relay(service: str, *, database_url: str, amqp_url: str, health_port: int) -> None:
    """Run the relay of one house until SIGTERM."""
    relay = Relay(service, database_url=database_url, amqp_url=amqp_url)
    HealthServer(health_port, relay.unready).start()
    signal.signal(signal.SIGTERM, relay.stop)
    signal.signal(signal.SIGINT, relay.stop)
    relay.run()
