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
BUILT_IN = ("amq.default", "amq.direct", "amq.fanout", "amq.topic", "amq.headers")


def test_every_binding_joins_an_exchange_and_a_queue_that_exist():
    assert [b for b in BINDINGS if b.exchange not in EXCHANGES or b.queue not in QUEUES] == []


@pytest.mark.parametrize("subscription", catalogue.SUBSCRIPTIONS, ids=lambda s: s.queue)
def test_a_queue_takes_the_events_it_has_subscribed_each_from_its_own_house_and_no_other(subscription):
    taken = {(b.exchange, b.key) for b in BINDINGS if b.queue == subscription.queue and b.exchange.endswith(".events")}
    assert taken == {(f"{event.producer()}.events", f"*.*.{event.type}") for event in subscription.events}


@pytest.mark.parametrize("subscription", catalogue.SUBSCRIPTIONS, ids=lambda s: s.queue)
def test_an_event_queue_loses_nothing_it_cannot_deliver(subscription):
    arguments = QUEUES[subscription.queue].arguments
    assert arguments["x-dead-letter-exchange"] == f"parked.{subscription.service}"
    assert arguments["x-dead-letter-strategy"] == "at-least-once"
    assert "x-max-length" not in arguments


def test_every_queue_that_holds_events_is_replicated():
    alone = [n for n, q in QUEUES.items() if not n.startswith("rpc-") and q.arguments.get("x-queue-type") != "quorum"]
    assert alone == []


def test_whatever_waits_on_the_ladder_comes_back_to_its_own_house():
    for name, queue in QUEUES.items():
        if name.startswith("retry."):
            assert queue.arguments["x-dead-letter-exchange"] == f"return.{name.split('.')[1]}"


@pytest.mark.parametrize("subscription", catalogue.SUBSCRIPTIONS, ids=lambda s: s.queue)
def test_whatever_comes_back_from_the_ladder_finds_the_queue_it_came_from(subscription):
    found = [b.queue for b in BINDINGS if (b.exchange, b.key) == (f"return.{subscription.service}", subscription.queue)]
    assert found == [subscription.queue]


def may(user, operation, resource):
    granted = next(p for p in DEFINITIONS["permissions"] if p["user"] == user)
    return re.search(granted[operation], resource) is not None


def may_topic(user, operation, exchange, key):
    rules = [t for t in DEFINITIONS["topic_permissions"] if (t["user"], t["exchange"]) == (user, exchange)]
    return may(user, operation, exchange) and all(re.search(t[operation], key) for t in rules)


def test_nobody_but_the_operator_administers_the_broker():
    assert {user["name"] for user in DEFINITIONS["users"] if user["tags"]} == {"operator"}


@pytest.mark.parametrize("user", catalogue.HOUSES)
def test_a_house_can_write_its_own_events_and_nobody_elses(user):
    for exchange in catalogue.HOUSES:
        for named in catalogue.HOUSES:
            written = may_topic(user, "write", f"{exchange}.events", f"d.s.{named}.something.v1")
            assert written == (exchange == named == user), (exchange, named)


@pytest.mark.parametrize("user", catalogue.HOUSES)
def test_a_house_writes_to_its_own_exchanges_to_replies_and_to_its_canary_only(user):
    aside = {name for name in EXCHANGES if name.startswith((f"retry.{user}.", f"parked.{user}"))}
    written = {name for name in (*EXCHANGES, *BUILT_IN) if may(user, "write", name)}
    assert written == {f"{user}.events", "nameko-rpc", "canary"} | aside


@pytest.mark.parametrize("user", catalogue.HOUSES)
def test_a_house_reads_its_own_queues_and_nobody_elses(user):
    own = {s.queue for s in catalogue.SUBSCRIPTIONS if s.service == user} | {f"rpc-{user}"}
    assert {queue for queue in QUEUES if may(user, "read", queue)} == own


def test_the_gateway_reads_no_queue_of_a_house_and_writes_calls_only():
    assert [queue for queue in QUEUES if may("gateway", "read", queue)] == []
    assert {name for name in (*EXCHANGES, *BUILT_IN) if may("gateway", "write", name)} == {"nameko-rpc", "canary"}


@pytest.mark.parametrize("user", (*catalogue.HOUSES, "gateway"))
def test_nobody_but_the_operator_changes_the_topology(user):
    assert [name for name in (*QUEUES, *EXCHANGES) if may(user, "configure", name)] == []


def test_the_gateway_may_make_the_known_calls_and_no_other():
    assert [call.name for call in catalogue.CALLS if not may_topic("gateway", "write", "nameko-rpc", call.name)] == []
    assert not may_topic("gateway", "write", "nameko-rpc", "homework.delete_everything")


@pytest.mark.parametrize("user", catalogue.HOUSES)
def test_a_house_can_reply_and_cannot_call_another_house(user):
    assert may_topic(user, "write", "nameko-rpc", "0" * 32)
    assert [call.name for call in catalogue.CALLS if may_topic(user, "write", "nameko-rpc", call.name)] == []


def test_the_gateway_hears_only_what_it_listens_for():
    heard = {
        entry.event for entry in catalogue.EVENTS
        if may_topic("gateway", "read", topology.exchange_of(entry.event), f"*.*.{entry.event.type}")
    }
    assert heard == set(catalogue.GATEWAY_LISTENS)
