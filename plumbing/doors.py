"""Doors: how a call enters a house: in time, by someone known, allowed to ask, saying what the schema says."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import structlog
from kombu import Queue
from marshmallow import ValidationError
from nameko.exceptions import ContainerBeingKilled
from nameko.extensions import DependencyProvider, Entrypoint
from nameko.rpc import RpcConsumer

from contracts.call import Call
from contracts.errors import DeadlinePassed, Fault, InvalidRequest, NotFound, ServiceError, Unavailable
from contracts.message import Message
from plumbing import clock, metrics, settings, trouble
from plumbing.caller import DEADLINE, KEY, PASSPORT, REQUEST, Caller
from plumbing.consuming import SteadyConsumer, body_of
from plumbing.house import House
from plumbing.passport import PassportControl
from plumbing.replies import Replies

WORKERS = 16
_log = structlog.get_logger("doors")


class HouseProvider(DependencyProvider):
    """Give every worker the house that `build` made when the process started."""

    def __init__(self, build: Callable[[], House]):
        self.build = build

    def setup(self) -> None:
        """Build once a process."""
        self.house = self.build()

    def get_dependency(self, worker_ctx: Any) -> House:
        """Return the one house."""
        return self.house


class Reception(RpcConsumer):
    """The one queue of all calls to a house. Stock nameko dies of a call it cannot answer; this one goes on."""

    queue_consumer = SteadyConsumer()
    prefetch = WORKERS
    queue: Any

    def setup(self) -> None:
        """Listen on the queue the topology declared."""
        if self.queue is None:
            self._replies = Replies(self.container.config["AMQP_URI"])
            self.queue = Queue(f"rpc-{self.container.service_name}", no_declare=True)
            self.queue_consumer.register_provider(self)
            self._registered = True

    def handle_message(self, body: Any, message: Any) -> None:
        """Find the method and let its door take the call; answer whatever goes wrong before that."""
        try:
            self._door(message).enter(message)
        except ContainerBeingKilled:
            self.requeue_message(message)
        except Exception as problem:
            self.answer(message, None, problem)

    def _door(self, message: Any) -> "Answers":
        key = message.delivery_info["routing_key"]
        for door in self._providers:
            if door.call.name == key:
                return door
        raise NotFound

    def answer(self, message: Any, result: Any, problem: BaseException | None) -> None:
        """Send the reply, if anybody asked for one, then acknowledge; a reply that cannot go is dropped."""
        reply_to = message.properties.get("reply_to")
        if reply_to:
            try:
                self._replies.send(reply_to, message.properties.get("correlation_id"), _wire(result, problem))
            except Exception as lost:
                _log.warning("reply dropped", problem=type(lost).__name__)
        self.queue_consumer.ack_message(message)


def _wire(result: Any, problem: BaseException | None) -> dict[str, Any]:
    """Return nameko's own reply form; a bug's text never leaves the house."""
    if problem is None:
        return {"result": result, "error": None}
    said = problem if isinstance(problem, ServiceError) else _translated(problem)
    error = {
        "exc_type": type(said).__name__, "exc_path": f"contracts.errors.{type(said).__name__}",
        "exc_args": [said.said, said.details], "value": said.said,
    }
    return {"result": None, "error": error}


def _translated(problem: BaseException) -> ServiceError:
    return Unavailable() if trouble.passes(problem) else Fault()


class Answers(Entrypoint):
    """Answer one call of the contracts. A call without a declared rule cannot be made: `Call.allow` is required."""

    reception = Reception()

    def __init__(self, call: Call[Any, Any], **options: Any):
        self.call = call
        super().__init__(expected_exceptions=(ServiceError,), **options)

    def setup(self) -> None:
        """Stand ready, with the gateway's public key at hand."""
        self.control = PassportControl(settings.passport_public_key(), self.container.service_name)
        self.reception.register_provider(self)

    def stop(self) -> None:
        """Take no more calls; those in hand are answered."""
        self.reception.unregister_provider(self)

    def enter(self, message: Any) -> None:
        """Check time, passport, role and schema in this order, then hand the call to a worker."""
        caller = self._caller(message.headers)
        ask = self._ask(body_of(message))
        self.container.spawn_worker(self, (ask, caller), {}, handle_result=partial(self._worked, message))

    def _caller(self, headers: dict[str, Any]) -> Caller:
        deadline = headers.get(DEADLINE)
        if not isinstance(deadline, int) or deadline < clock.now().timestamp() * 1000:
            raise DeadlinePassed
        actor = self.control.actor(headers.get(PASSPORT))
        if not actor.roles() & self.call.allow:
            raise NotFound
        return Caller(
            actor=actor, call=self.call.name, request_id=str(headers.get(REQUEST, "")), key=headers.get(KEY),
            deadline_ms=deadline,
        )

    def _ask(self, body: bytes) -> Message:
        try:
            (plain,) = json.loads(body)["args"]
            return self.call.ask.load(plain)
        except ValidationError as problem:
            raise InvalidRequest(details={"fields": problem.normalized_messages()}) from problem
        except (ValueError, TypeError, KeyError, RecursionError) as problem:
            raise InvalidRequest("请求无法读取。") from problem

    def _worked(self, message: Any, worker_ctx: Any, result: Any, exc_info: Any) -> tuple[Any, Any]:
        problem = exc_info[1] if exc_info else None
        self.reception.answer(message, result.dump() if isinstance(result, Message) else result, problem)
        outcome = "ok" if problem is None else getattr(problem, "code", "fault")
        metrics.CALLS.labels(self.call.name, outcome).inc()
        if problem is not None and not isinstance(problem, ServiceError):
            _log.error(
                "call failed", call=self.call.name, request_id=message.headers.get(REQUEST), exc_info=exc_info
            )
        return result, exc_info


answers: Callable[..., Any] = Answers.decorator
