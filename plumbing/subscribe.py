"""Subscribe: an entrypoint whose every event has one effect, waits on the ladder, or is parked with its reason."""

from collections.abc import Callable
from functools import partial
from typing import Any

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

_log = structlog.get_logger("subscribe")


class Subscribe(Entrypoint):
    """Take the events of one subscription; acknowledge after the effect is committed, or the message forwarded."""

    queue_consumer = SteadyConsumer()

    def __init__(self, subscription: Subscription, **options: Any):
        self.subscription, self.prefetch = subscription, subscription.prefetch
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
        """Acknowledge after the effect; else forward first and acknowledge then. If even that fails, hand it back."""
        try:
            outcome = "done" if problem is None else self._set_aside(message, problem)
            self.queue_consumer.ack_message(message)
        except Exception as cannot:
            outcome = "handed_back"
            _log.warning("message handed back", queue=self.subscription.queue, problem=type(cannot).__name__)
            self.queue_consumer.requeue_message(message)
        metrics.EVENTS.labels(self.subscription.queue, outcome).inc()

    def _set_aside(self, message: Any, problem: BaseException) -> str:
        tries = int(message.headers.get(TRIES, 0)) + 1
        rung = next_rung(tries) if trouble.passes(problem) else None
        service = self.subscription.service
        if rung is not None:
            self._forward(message, topology.retry_exchange(service, rung), {TRIES: tries})
            return "retried"
        reason = problem.said if isinstance(problem, ServiceError) else type(problem).__name__
        _log.error(
            "event parked", queue=self.subscription.queue, reason=reason, tries=tries, exc_info=problem,
            request_id=message.headers.get("ce-correlationid"),
        )
        self._forward(message, topology.parked(service), {TRIES: tries, REASON: reason, QUEUE: self.subscription.queue})
        return "parked"

    def _forward(self, message: Any, exchange: str, headers: dict[str, Any]) -> None:
        forward(
            self.container.config["AMQP_URI"], exchange=exchange, routing_key=self.subscription.queue,
            message=message, body=body_of(message), headers={**message.headers, **headers},
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
