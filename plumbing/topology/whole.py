"""Whole: every exchange, queue and binding, drawn from the catalogue.

A queue's arguments can never be changed later, so they are whole from the first release: quorum, at-least-once
dead-lettering, a delivery limit as the last resort only.
"""

from collections.abc import Iterable
from typing import Any

from contracts import catalogue
from plumbing.ladder import RUNGS, Rung
from plumbing.topology.names import CANARY_EXCHANGE, RPC_EXCHANGE, exchange_of, parked, retry_exchange
from plumbing.topology.part import Binding, Exchange, Part, Queue

_DELIVERY_LIMIT = 20
_LOOKS_AT_PARKED = 1_000_000
"""Looking takes a message and gives it back; newer brokers have a small limit of their own, and would delete it."""


def parts(rungs: Iterable[Rung] = RUNGS) -> list[Part]:
    """Return the whole topology, in an order in which it can be declared."""
    rungs = tuple(rungs)
    whole: list[Part] = [Exchange(name=RPC_EXCHANGE), Exchange(name=CANARY_EXCHANGE, type="direct")]
    for service in catalogue.HOUSES:
        whole += [Exchange(name=f"{service}.events"), Queue(name=f"rpc-{service}")]
        whole += [Binding(exchange=RPC_EXCHANGE, queue=f"rpc-{service}", key=f"{service}.*")]
    for service in sorted({subscription.service for subscription in catalogue.SUBSCRIPTIONS}):
        whole += _waiting_rooms(service, rungs)
    for subscription in catalogue.SUBSCRIPTIONS:
        whole += _subscription(subscription)
    return whole


def _quorum(**arguments: Any) -> dict[str, Any]:
    return {"x-queue-type": "quorum", **{f"x-{name.replace('_', '-')}": value for name, value in arguments.items()}}


def _waiting_rooms(service: str, rungs: Iterable[Rung]) -> list[Part]:
    back, lost = f"return.{service}", parked(service)
    rooms: list[Part] = [
        Exchange(name=back, type="direct"),
        Exchange(name=lost, type="fanout"),
        Queue(name=lost, arguments=_quorum(delivery_limit=_LOOKS_AT_PARKED)),
        Binding(exchange=lost, queue=lost),
    ]
    for rung in rungs:
        name = retry_exchange(service, rung)
        arguments = _quorum(
            message_ttl=rung.milliseconds, dead_letter_exchange=back,
            dead_letter_strategy="at-least-once", overflow="reject-publish",
        )
        rooms += [Exchange(name=name, type="fanout"), Queue(name=name, arguments=arguments)]
        rooms += [Binding(exchange=name, queue=name)]
    return rooms


def _subscription(subscription: catalogue.Subscription) -> list[Part]:
    arguments = _quorum(
        delivery_limit=_DELIVERY_LIMIT, dead_letter_exchange=parked(subscription.service),
        dead_letter_strategy="at-least-once", overflow="reject-publish",
    )
    queue = subscription.queue
    return [
        Queue(name=queue, arguments=arguments),
        Binding(exchange=f"return.{subscription.service}", queue=queue, key=queue),
        *(Binding(exchange=exchange_of(e), queue=queue, key=f"*.*.{e.type}") for e in subscription.events),
    ]
