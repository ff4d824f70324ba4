"""RPC client: one pika connection for all threads of the gateway; every call ends, answered or with a named error."""

import itertools
import json
import threading
from collections import deque
from concurrent.futures import Future
from concurrent.futures import TimeoutError as WaitedTooLong
from typing import Any

import pika
import structlog

from contracts.actor import Actor
from contracts.call import Answer, Ask, Call
from contracts.errors import Fault, OutcomeUnknown, ServiceError, Unavailable, every_error
from plumbing import amqp, clock, ids, topology
from plumbing.caller import DEADLINE, KEY, PASSPORT, REQUEST
from plumbing.passport import PassportOffice

PATIENCE_SECONDS = 5.0
_CONNECT_WAIT_SECONDS = 1.0
_log = structlog.get_logger("rpc")


class NotSent(Exception):
    """The call never left this process, or no house listens: nothing can have happened."""


class Unanswered(Exception):
    """The call left, and its answer will not come: it may have been carried out."""


class RpcClient:
    """Speaks nameko's protocol: exchange nameko-rpc, key service.method, an exclusive reply queue."""

    def __init__(self, amqp_url: str, office: PassportOffice):
        self._url, self._office = amqp_url, office
        self._wire: _Wire | None = None
        self._starting = threading.Lock()

    def call(
        self,
        call: Call[Ask, Answer],
        ask: Ask,
        actor: Actor,
        *,
        request_id: str,
        key: str | None = None,
        timeout: float = PATIENCE_SECONDS,
    ) -> Answer:
        """Ask a house on the actor's behalf and return its answer.

        Raises what the house raised; Unavailable when nothing can have happened; OutcomeUnknown when it may have.
        """
        headers = {
            PASSPORT: self._office.passport(actor, call.service),
            DEADLINE: int((clock.now().timestamp() + timeout) * 1000),
            REQUEST: request_id,
        } | ({KEY: key} if key else {})
        body = json.dumps({"args": [ask.dump()], "kwargs": {}}, ensure_ascii=False).encode()
        try:
            reply = self._connected().ask(call.name, body, headers, timeout)
        except NotSent as problem:
            raise Unavailable from problem
        except Unanswered as problem:
            raise (OutcomeUnknown if call.command else Unavailable) from problem
        return call.answer.load(_result(reply), newer_fields=True)

    def connected(self) -> bool:
        """Say whether calls can leave now."""
        return self._connected().ready.is_set()

    def close(self) -> None:
        """Leave the broker; calls that still wait end with a named error. A later call connects anew."""
        with self._starting:
            wire, self._wire = self._wire, None
        if wire is not None:
            wire.close()

    def _connected(self) -> "_Wire":
        """Return the wire, begun with the first call: after the server has forked, if it forks."""
        with self._starting:
            if self._wire is None:
                self._wire = _Wire(self._url)
            return self._wire


def _result(reply: bytes) -> dict[str, Any]:
    plain = json.loads(reply)
    error = plain["error"]
    if error is None:
        return dict(plain["result"])
    kind = every_error().get(error["exc_type"])
    raise kind(*error["exc_args"]) if kind else Fault()


class _Wire:
    """The connection, driven by one thread; callers leave calls in a queue and wait on futures."""

    def __init__(self, url: str):
        self._url = url
        self._waiting: dict[str, Future[bytes]] = {}
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
        if not self.ready.wait(min(timeout, _CONNECT_WAIT_SECONDS)):
            raise NotSent("broker not reached")
        number, answer = str(next(self._numbers)), Future[bytes]()
        properties = pika.BasicProperties(
            reply_to=self._reply_key, correlation_id=number, content_type="application/json",
            content_encoding="utf-8", expiration=str(int(timeout * 1000)), delivery_mode=1, headers=headers,
        )
        self._enqueue(number, answer, (name, body, properties))
        try:
            return answer.result(timeout)
        except WaitedTooLong as problem:
            raise Unanswered(name) from problem
        finally:
            self._waiting.pop(number, None)

    def _enqueue(self, number: str, answer: "Future[bytes]", letter: tuple[str, bytes, pika.BasicProperties]) -> None:
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

    def _begun(self, connection: pika.SelectConnection) -> None:
        self._connection = connection

    def _fail_all(self) -> None:
        with self._lock:
            self.ready.clear()
            unsent = {properties.correlation_id for _, _, properties in self._outgoing}
            waiting, self._waiting = self._waiting, {}
            self._outgoing.clear()
        for number, answer in waiting.items():
            _settle(answer, NotSent("broker lost") if number in unsent else Unanswered("broker lost"))

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
            _settle(answer, body)

    def _returned(self, _: Any, method: Any, properties: pika.BasicProperties, __: bytes) -> None:
        answer = self._waiting.pop(properties.correlation_id, None)
        if answer is not None:
            _settle(answer, NotSent(f"nobody answers {method.routing_key}"))


def _settle(answer: "Future[bytes]", outcome: bytes | Exception) -> None:
    if answer.done():
        return
    if isinstance(outcome, Exception):
        answer.set_exception(outcome)
    else:
        answer.set_result(outcome)


__all__ = ["PATIENCE_SECONDS", "RpcClient", "ServiceError"]
