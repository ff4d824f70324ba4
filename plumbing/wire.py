"""Wire: one pika connection for the calls of all threads, driven by a thread of its own; every call ends."""

import itertools
import threading
from collections import deque
from typing import Any

import pika
import structlog

from plumbing import amqp, ids, topology

PATIENCE_SECONDS = 5.0
_CONNECT_WAIT_SECONDS = 1.0
_log = structlog.get_logger("rpc")


class NotSent(Exception):
    """The call never left this process, or no house listens: nothing can have happened."""


class Unanswered(Exception):
    """The call left, and its answer will not come: it may have been carried out."""


class Answer:
    """A place for what comes back: set by the wire, waited for by one caller. The first outcome stands."""

    __slots__ = ("_come", "_outcome")

    def __init__(self) -> None:
        self._come = threading.Lock()
        self._come.acquire()
        self._outcome: bytes | Exception | None = None

    def settle(self, outcome: bytes | Exception) -> None:
        """Let the caller go on with this."""
        if self._outcome is None:
            self._outcome = outcome
            self._come.release()

    def wait(self, seconds: float) -> bytes:
        """Return the reply. Raises what it ended with instead, or Unanswered when the time is up."""
        if not self._come.acquire(timeout=seconds):
            raise Unanswered("no reply in time")
        if isinstance(self._outcome, Exception):
            raise self._outcome
        assert self._outcome is not None, "only settle releases"
        return self._outcome


class Wire:
    """The connection; callers leave calls in a queue and wait, each for its own answer."""

    def __init__(self, url: str):
        self._url = url
        self._waiting: dict[str, Answer] = {}
        self._outgoing: deque[tuple[str, bytes, pika.BasicProperties]] = deque()
        self._lock = threading.Lock()
        self._numbers = itertools.count()
        self.ready = threading.Event()
        self._reply_key = ""
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name="rpc", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the connection and its thread."""
        self._closed.set()
        if self.ready.wait(_CONNECT_WAIT_SECONDS):
            self._connection.ioloop.add_callback_threadsafe(self._leave)
        self._thread.join(PATIENCE_SECONDS)

    def _leave(self) -> None:
        if self._connection.is_open:
            self._connection.close()

    def ask(self, name: str, body: bytes, headers: dict[str, Any], timeout: float) -> bytes:
        """Send one call and wait for its reply, at most `timeout` seconds."""
        if not (self.ready.is_set() or self.ready.wait(min(timeout, _CONNECT_WAIT_SECONDS))):
            raise NotSent("broker not reached")
        number, answer = str(next(self._numbers)), Answer()
        properties = pika.BasicProperties(
            reply_to=self._reply_key, correlation_id=number, content_type="application/json",
            content_encoding="utf-8", expiration=str(int(timeout * 1000)), delivery_mode=1, headers=headers,
        )
        self._enqueue(number, answer, (name, body, properties))
        try:
            return answer.wait(timeout)
        finally:
            self._waiting.pop(number, None)

    def _enqueue(self, number: str, answer: Answer, letter: tuple[str, bytes, pika.BasicProperties]) -> None:
        with self._lock:
            if not self.ready.is_set():
                raise NotSent("broker lost")
            self._waiting[number] = answer
            self._outgoing.append(letter)
            first = len(self._outgoing) == 1
        if first:
            self._connection.ioloop.add_callback_threadsafe(self._flush)

    def _flush(self) -> None:
        while True:
            with self._lock:
                if not self._outgoing:
                    return
                letters = list(self._outgoing)
                self._outgoing.clear()
            with self._connection.in_one_piece():
                for name, body, properties in letters:
                    self._channel.basic_publish(topology.RPC_EXCHANGE, name, body, properties, mandatory=True)

    def _run(self) -> None:
        while not self._closed.is_set():
            try:
                amqp.drive(self._url, opened=self._opened, lost=amqp.stop_loop, begun=self._begun)
            except Exception as problem:
                _log.warning("rpc wire broke", problem=type(problem).__name__)
            self._fail_all()
            self._closed.wait(0.2)

    def _begun(self, connection: amqp.Line) -> None:
        self._connection = connection

    def _fail_all(self) -> None:
        with self._lock:
            self.ready.clear()
            unsent = {properties.correlation_id for _, _, properties in self._outgoing}
            waiting, self._waiting = self._waiting, {}
            self._outgoing.clear()
        for number, answer in waiting.items():
            answer.settle(NotSent("broker lost") if number in unsent else Unanswered("broker lost"))

    def _opened(self, channel: Any) -> None:
        self._channel = channel
        self._reply_key = ids.new_id().replace("-", "")
        queue = f"rpc.reply-gateway-{self._reply_key}"
        channel.add_on_return_callback(self._returned)
        channel.add_on_close_callback(amqp.close_with)

        def bind(_: Any) -> None:
            channel.queue_bind(queue, topology.RPC_EXCHANGE, self._reply_key, callback=consume)

        def consume(_: Any) -> None:
            channel.basic_consume(queue, self._answered, auto_ack=True, callback=lambda _: self.ready.set())

        channel.queue_declare(queue, exclusive=True, auto_delete=True, callback=bind)

    def _answered(self, _: Any, __: Any, properties: pika.BasicProperties, body: bytes) -> None:
        answer = self._waiting.pop(properties.correlation_id, None)
        if answer is not None:
            answer.settle(body)

    def _returned(self, _: Any, method: Any, properties: pika.BasicProperties, __: bytes) -> None:
        answer = self._waiting.pop(properties.correlation_id, None)
        if answer is not None:
            answer.settle(NotSent(f"nobody answers {method.routing_key}"))
