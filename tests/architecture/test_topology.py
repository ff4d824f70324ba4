"""Catalogue = topology = permissions: what the broker holds and allows is exactly what the catalogue says."""

import re

import pytest

from contracts import catalogue
from plumbing import topology
from plumbing.topology import Binding, Exchange, Queue

PARTS = topology.parts()
QUEUES = {part.name: part for part in PARTS if isinstance(part, Queue)}
EXCHANGES = {part.name for part in PARTS if isinstance(part, Exchange)}
BINDINGS = [part for part in PARTS if isinstance(part, Binding)]
USERS = {name: "secret" for name in (*catalogue.HOUSES, "gateway", "operator")}
DEFINITIONS = topology.definitions(USERS)


def test_every_binding_joins_an_exchange_and_a_queue_that_exist():
    assert all(b.exchange in EXCHANGES and b.queue in QUEUES for b in BINDINGS)


def test_every_subscribed_event_reaches_its_queue():
    for subscription in catalogue.SUBSCRIPTIONS:
        keys = {b.key for b in BINDINGS if b.queue == subscription.queue}
        assert {f"*.*.{event.type}" for event in subscription.events} <= keys


def test_no_queue_takes_an_event_nobody_subscribed():
    for subscription in catalogue.SUBSCRIPTIONS:
        keys = {b.key for b in BINDINGS if b.queue == subscription.queue and b.exchange.endswith(".events")}
        assert keys == {f"*.*.{event.type}" for event in subscription.events}


@pytest.mark.parametrize("subscription", catalogue.SUBSCRIPTIONS, ids=lambda s: s.queue)
def test_an_event_queue_is_replicated_and_loses_nothing_it_cannot_deliver(subscription):
    arguments = QUEUES[subscription.queue].arguments
    assert arguments["x-queue-type"] == "quorum"
    assert arguments["x-dead-letter-exchange"] == f"parked.{subscription.service}"
    assert arguments["x-dead-letter-strategy"] == "at-least-once"
    assert "x-max-length" not in arguments


def test_whatever_waits_on_the_ladder_comes_back_to_its_own_house():
    for name, queue in QUEUES.items():
        if name.startswith("retry."):
            assert queue.arguments["x-dead-letter-exchange"] == f"return.{name.split('.')[1]}"


def may(user, operation, resource):
    granted = next(p for p in DEFINITIONS["permissions"] if p["user"] == user)
    return re.search(granted[operation], resource) is not None


def may_topic(user, operation, exchange, key):
    rules = [t for t in DEFINITIONS["topic_permissions"] if (t["user"], t["exchange"]) == (user, exchange)]
    return may(user, operation, exchange) and all(re.search(t[operation], key) for t in rules)


@pytest.mark.parametrize("user", catalogue.HOUSES)
def test_a_house_can_write_its_own_events_and_nobody_elses(user):
    for other in catalogue.HOUSES:
        key = f"d.s.{other}.something.v1"
        assert may_topic(user, "write", f"{other}.events", key) == (other == user)


@pytest.mark.parametrize("user", catalogue.HOUSES)
def test_a_house_reads_its_own_queues_and_nobody_elses(user):
    owners = {s.queue: s.service for s in catalogue.SUBSCRIPTIONS} | {f"rpc-{h}": h for h in catalogue.HOUSES}
    for queue, owner in owners.items():
        assert may(user, "read", queue) == (owner == user)


@pytest.mark.parametrize("user", (*catalogue.HOUSES, "gateway"))
def test_nobody_but_the_operator_changes_the_topology(user):
    for resource in (*QUEUES, *EXCHANGES):
        assert not may(user, "configure", resource)


def test_the_gateway_may_make_the_known_calls_and_no_other():
    for call in catalogue.CALLS:
        assert may_topic("gateway", "write", "nameko-rpc", call.name)
    assert not may_topic("gateway", "write", "nameko-rpc", "homework.delete_everything")


@pytest.mark.parametrize("user", catalogue.HOUSES)
def test_a_house_can_reply_and_cannot_call_another_house(user):
    assert may_topic(user, "write", "nameko-rpc", "0" * 32)
    for call in catalogue.CALLS:
        assert not may_topic(user, "write", "nameko-rpc", call.name)


@pytest.mark.parametrize("user", (*catalogue.HOUSES, "gateway"))
def test_nobody_writes_straight_into_a_queue(user):
    assert not may(user, "write", "amq.default")


def test_the_gateway_hears_only_what_it_listens_for():
    for entry in catalogue.EVENTS:
        heard = may_topic("gateway", "read", topology.exchange_of(entry.event), f"*.*.{entry.event.type}")
        assert heard == (entry.event in catalogue.GATEWAY_LISTENS)
