"""Listen: a process that is no house (the gateway) hears events on a queue of its own that dies with it."""

import threading
import time
from collections.abc import Callable
from typing import Any

import pika
import structlog

from contracts.errors import UnknownMessage
from contracts.event import Event
from contracts.received import Received
from plumbing import amqp, envelope, ids, topology

CANARY_EVERY_SECONDS, FRESH_SECONDS, AGAIN_SECONDS = 0.5, 2.0, 0.5
_log = structlog.get_logger("listen")


class Listener:
    """Calls `on_event` in its own thread. What happened while it was deaf is not heard: ask `fresh` before trusting.

    `on_hearing` is called each time it begins to hear, before it is fresh: what was learned before may be outdated.
    """

    def __init__(
        self, amqp_url: str, events: tuple[type[Event], ...], *,
        on_event: Callable[[Received], None], on_hearing: Callable[[], None],
    ):
        self._url, self._events, self._on_event, self._on_hearing = amqp_url, events, on_event, on_hearing
        self._seen: float | None = None
        self._channel: Any = None
        self._queue = ""

    def start(self) -> None:
        """Begin to listen, for ever, over every loss of the broker."""
        threading.Thread(target=self._run, name="listen", daemon=True).start()

    def fresh(self) -> bool:
        """Say whether the own canary came through within the last two seconds, so that nothing can have been missed."""
        seen = self._seen
        return seen is not None and time.monotonic() - seen < FRESH_SECONDS

    def _run(self) -> None:
        pause = threading.Event()
        while True:
            try:
                amqp.drive(self._url, opened=self._opened, lost=amqp.stop_loop, begun=lambda _: None)
            except Exception as problem:
                _log.warning("listener broke", problem=type(problem).__name__)
            self._seen = None
            pause.wait(AGAIN_SECONDS)

    def _opened(self, channel: Any) -> None:
        self._channel, self._queue = channel, f"listen.gateway.{ids.new_id()}"
        channel.add_on_close_callback(amqp.close_with)
        channel.queue_declare(self._queue, exclusive=True, auto_delete=True, callback=self._bind)

    def _bind(self, _: Any) -> None:
        for event in self._events:
            self._channel.queue_bind(self._queue, topology.exchange_of(event), f"*.*.{event.type}")
        self._channel.queue_bind(self._queue, topology.CANARY_EXCHANGE, self._queue)
        self._channel.basic_consume(self._queue, self._heard, auto_ack=True, callback=lambda _: self._sing())

    def _sing(self) -> None:
        if self._channel.is_open:
            self._channel.basic_publish(topology.CANARY_EXCHANGE, self._queue, b"")
            self._channel.connection.ioloop.call_later(CANARY_EVERY_SECONDS, self._sing)

    def _heard(self, _: Any, method: Any, properties: pika.BasicProperties, body: bytes) -> None:
        if method.exchange == topology.CANARY_EXCHANGE:
            if self._seen is None:
                self._on_hearing()
            self._seen = time.monotonic()
            return
        try:
            received = envelope.open_letter(properties.headers or {}, properties.content_type, body, queue=self._queue)
        except UnknownMessage as reason:
            _log.warning("event not understood", reason=reason.said)
            return
        self._on_event(received)
