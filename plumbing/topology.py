"""Topology: every exchange, queue, binding and broker user, drawn from the catalogue; nothing is declared elsewhere.

A queue's arguments can never be changed later, so they are whole from the first release: quorum, at-least-once
dead-lettering, a delivery limit as the last resort only.
"""

import base64
import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pika

from contracts import catalogue
from contracts.event import Event
from plumbing.ladder import RUNGS, Rung

RPC_EXCHANGE = "nameko-rpc"
CANARY_EXCHANGE = "canary"
_DELIVERY_LIMIT = 20


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """A durable exchange."""

    name: str
    type: str = "topic"


@dataclass(frozen=True, kw_only=True)
class Queue:
    """A durable queue with its arguments for ever."""

    name: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Binding:
    """What an exchange puts into a queue."""

    exchange: str
    queue: str
    key: str = ""


Part = Exchange | Queue | Binding


def retry_exchange(service: str, rung: Rung) -> str:
    """Return where a message waits for its next try."""
    return f"retry.{service}.{rung.name}"


def parked(service: str) -> str:
    """Return the exchange and queue where a house's unreadable or failing events stay until somebody looks."""
    return f"parked.{service}"


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
        Queue(name=lost, arguments=_quorum()),
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


def exchange_of(event: type[Event]) -> str:
    """Return the exchange its producer publishes it to."""
    return f"{event.producer()}.events"


def declare(amqp_url: str, rungs: Iterable[Rung] = RUNGS) -> None:
    """Declare the whole topology on a broker, as a user who may. Declaring it again changes nothing."""
    connection = pika.BlockingConnection(pika.URLParameters(amqp_url))
    try:
        channel = connection.channel()
        for part in parts(rungs):
            _declare(channel, part)
    finally:
        connection.close()


def _declare(channel: Any, part: Part) -> None:
    match part:
        case Exchange():
            channel.exchange_declare(part.name, part.type, durable=True)
        case Queue():
            channel.queue_declare(part.name, durable=True, arguments=dict(part.arguments))
        case Binding():
            channel.queue_bind(part.queue, part.exchange, part.key)


def definitions(passwords: Mapping[str, str], vhost: str = "/") -> dict[str, Any]:
    """Return the broker's definitions file: users (by name → password), what each may do, and the topology.

    A name that is a house or `gateway` gets exactly what it needs; any other is the operator's and may do all.
    """
    whole = parts()
    return {
        "users": [_user(name, password) for name, password in passwords.items()],
        "vhosts": [{"name": vhost}],
        "permissions": [{"user": name, "vhost": vhost, **_permissions(name)} for name in passwords],
        "topic_permissions": [
            {"user": name, "vhost": vhost, **topic} for name in passwords for topic in _topic_permissions(name)
        ],
        "exchanges": [
            {"name": e.name, "vhost": vhost, "type": e.type, "durable": True, "auto_delete": False, "internal": False,
             "arguments": {}} for e in whole if isinstance(e, Exchange)
        ],
        "queues": [
            {"name": q.name, "vhost": vhost, "durable": True, "auto_delete": False, "arguments": dict(q.arguments)}
            for q in whole if isinstance(q, Queue)
        ],
        "bindings": [
            {"source": b.exchange, "vhost": vhost, "destination": b.queue, "destination_type": "queue",
             "routing_key": b.key, "arguments": {}} for b in whole if isinstance(b, Binding)
        ],
    }


def _user(name: str, password: str) -> dict[str, Any]:
    salt = os.urandom(4)
    digest = hashlib.sha256(salt + password.encode()).digest()
    tags = "" if name in (*catalogue.HOUSES, "gateway") else "administrator"
    return {
        "name": name, "password_hash": base64.b64encode(salt + digest).decode(),
        "hashing_algorithm": "rabbit_password_hashing_sha256", "tags": tags,
    }


def _only(*names: str) -> str:
    return "^(" + "|".join(names) + ")$"


def _permissions(user: str) -> dict[str, str]:
    """Say what a broker user may configure, write and read. Canary queues are each process's own."""
    own_canary = rf"canary\.{user}\..*"
    if user == "gateway":
        own = (r"rpc\.reply-gateway-.*", r"listen\.gateway\..*", own_canary)
        heard = {exchange_of(event) for event in catalogue.GATEWAY_LISTENS}
        return {
            "configure": _only(*own),
            "write": _only(re.escape(RPC_EXCHANGE), CANARY_EXCHANGE, *own),
            "read": _only(re.escape(RPC_EXCHANGE), CANARY_EXCHANGE, *map(re.escape, sorted(heard)), *own),
        }
    if user in catalogue.HOUSES:
        aside = (rf"retry\.{user}\..*", re.escape(parked(user)))
        return {
            "configure": _only(own_canary),
            "write": _only(rf"{user}\.events", re.escape(RPC_EXCHANGE), CANARY_EXCHANGE, *aside, own_canary),
            "read": _only(rf"{user}\.[a-z_]+", f"rpc-{user}", CANARY_EXCHANGE, own_canary),
        }
    return {"configure": ".*", "write": ".*", "read": ".*"}


def _topic_permissions(user: str) -> list[dict[str, str]]:
    """Say which keys a user may publish: a house only its own events and replies, the gateway only known calls."""
    reply = r"[0-9a-f]{32}"
    if user == "gateway":
        calls = (re.escape(call.name) for call in catalogue.CALLS)
        heard = "|".join(re.escape(event.type) for event in catalogue.GATEWAY_LISTENS)
        return [
            {"exchange": RPC_EXCHANGE, "write": _only(*calls), "read": _only(reply)},
            *(
                {"exchange": exchange, "write": "^$", "read": rf"^\*\.\*\.({heard})$"}
                for exchange in sorted({exchange_of(event) for event in catalogue.GATEWAY_LISTENS})
            ),
        ]
    if user in catalogue.HOUSES:
        return [
            {"exchange": RPC_EXCHANGE, "write": _only(reply), "read": "^$"},
            {"exchange": f"{user}.events", "write": rf"\.{user}\.[a-z_]+\.v[0-9]+$", "read": "^$"},
        ]
    return []
