"""Subscribe: an entrypoint whose every event has one effect, waits on the ladder, or is parked with its reason."""

from collections.abc import Callable
from functools import partial
from typing import Any

import eventlet
import structlog
from kombu import Queue
from nameko.exceptions import ContainerBeingKilled
from nameko.extensions import Entrypoint

from contracts.catalogue import Subscription
from contracts.errors import ServiceError, UnknownMessage
from contracts.received import Received
from plumbing import metrics, topology, trouble
from plumbing.consuming import SteadyConsumer, body_of
from plumbing.envelope import address, open_letter
from plumbing.forwarding import forward
from plumbing.ladder import QUEUE, REASON, TRIES, next_rung

WORKER_SECONDS, HOLD_SECONDS, PAUSE_SECONDS = 3, 600, 30
"""A worker waits so long until what it could not do is set aside; a message is held so long for a broker that blocks
publishers (far below its `consumer_timeout`); and so long passes before one is handed back: each time costs a delivery.
"""
_log = structlog.get_logger("subscribe")


class Subscribe(Entrypoint):
    """Take the events of one subscription; acknowledge after the effect is committed, or the message forwarded."""

    queue_consumer = SteadyConsumer()

    def __init__(
        self, subscription: Subscription, *,
        hold_seconds: float = HOLD_SECONDS, pause_seconds: float = PAUSE_SECONDS, **options: Any,
    ):
        self.subscription, self.prefetch = subscription, subscription.prefetch
        self.hold_seconds, self.pause_seconds = hold_seconds, pause_seconds
        super().__init__(expected_exceptions=(ServiceError,), **options)

    def setup(self) -> None:
        """Listen on the catalogue's queue; the topology declared it."""
        self.queue = Queue(self.subscription.queue, no_declare=True)
        self.queue_consumer.register_provider(self)

    def stop(self) -> None:
        """Take nothing more; what is in hand is finished."""
        self.queue_consumer.unregister_provider(self)

    def handle_message(self, body: Any, message: Any) -> None:
        """Open the letter and hand it to a worker; park what cannot be opened."""
        try:
            received = self._open(message)
        except UnknownMessage as reason:
            self._settle(message, reason)
            return
        try:
            self.container.spawn_worker(self, (received,), {}, handle_result=partial(self._worked, message))
        except ContainerBeingKilled:
            self.queue_consumer.requeue_message(message)

    def _open(self, message: Any) -> Received:
        content_type = message.properties.get("content_type")
        received = open_letter(message.headers, content_type, body_of(message), queue=self.subscription.queue)
        if type(received.event) not in self.subscription.events:
            raise UnknownMessage("此队列不订阅这种事件")
        if not _came_as_addressed(received, message.delivery_info):
            raise UnknownMessage("信封与投递地址不符：来自别的学校或别的服务")
        return received

    def _worked(self, message: Any, worker_ctx: Any, result: Any, exc_info: Any) -> tuple[Any, Any]:
        self._settle(message, exc_info[1] if exc_info else None)
        return result, exc_info

    def _settle(self, message: Any, problem: BaseException | None) -> None:
        """Acknowledge after the effect; else set aside first, the worker being free again after seconds at most."""
        if problem is None:
            self._finish(message, "done")
            return
        aside = self.container.spawn_managed_thread(partial(self._hold, message, problem))
        with eventlet.Timeout(WORKER_SECONDS, False):
            aside.wait()
            return
        self._tell("held", message)

    def _hold(self, message: Any, problem: BaseException) -> None:
        """Keep the message until it is set aside; only when that cannot be, and not at once, hand it back.

        A house that is told to stop does not wait for this: what is unacknowledged goes back to the broker by itself.
        """
        try:
            outcome = self._set_aside(message, problem)
        except Exception as cannot:
            eventlet.sleep(self.pause_seconds)
            self._tell("handed back", message, problem=type(cannot).__name__)
            self.queue_consumer.requeue_message(message)
        else:
            self._finish(message, outcome)

    def _finish(self, message: Any, outcome: str) -> None:
        self.queue_consumer.ack_message(message)
        metrics.EVENTS.labels(self.subscription.queue, outcome).inc()

    def _tell(self, outcome: str, message: Any, **more: str) -> None:
        metrics.EVENTS.labels(self.subscription.queue, outcome.replace(" ", "_")).inc()
        request_id = message.headers.get("ce-correlationid")
        _log.warning(
            "message not set aside", outcome=outcome, queue=self.subscription.queue, request_id=request_id, **more
        )

    def _set_aside(self, message: Any, problem: BaseException) -> str:
        tries = int(message.headers.get(TRIES, 0)) + 1
        rung = next_rung(tries) if trouble.passes(problem) else None
        service = self.subscription.service
        if rung is not None:
            self._forward(message, topology.retry_exchange(service, rung), {TRIES: tries})
            return "retried"
        reason = problem.said if isinstance(problem, ServiceError) else type(problem).__name__
        self._forward(message, topology.parked(service), {TRIES: tries, REASON: reason, QUEUE: self.subscription.queue})
        _log.error(
            "event parked", queue=self.subscription.queue, reason=reason, tries=tries, exc_info=problem,
            request_id=message.headers.get("ce-correlationid"),
        )
        return "parked"

    def _forward(self, message: Any, exchange: str, headers: dict[str, Any]) -> None:
        forward(
            self.container.config["AMQP_URI"], message, exchange=exchange, routing_key=self.subscription.queue,
            headers={**message.headers, **headers}, confirmed_within=self.hold_seconds,
        )


def _came_as_addressed(received: Received, delivery: dict[str, Any]) -> bool:
    """Say whether the address the broker checked is the one in the envelope; after a wait only the envelope is left."""
    if not delivery["exchange"].endswith(".events"):
        return True
    expected = (
        topology.exchange_of(type(received.event)),
        address(received.district_id, received.school_id, received.event.type),
    )
    return (delivery["exchange"], delivery["routing_key"]) == expected


subscribe: Callable[..., Any] = Subscribe.decorator
