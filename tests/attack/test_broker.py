"""A stolen broker password opens its own house and nothing else: every user tries every exchange, queue and key."""

import pytest

from contracts import catalogue
from plumbing import topology
from plumbing.topology import Exchange, Queue
from tests.attack.intruder import Intruder

USERS = (*catalogue.HOUSES, "gateway")
PARTS = topology.parts()
EXCHANGES = [part.name for part in PARTS if isinstance(part, Exchange)]
QUEUES = [part for part in PARTS if isinstance(part, Queue)]
BUILT_IN = ("", "amq.direct", "amq.fanout", "amq.topic", "amq.headers")
REPLY, EVENT = "0123456789abcdef" * 2, "d.s.{}"
CALL_KEYS = tuple(call.name for call in catalogue.CALLS)
EVENT_KEYS = tuple(EVENT.format(entry.event.type) for entry in catalogue.EVENTS)
HEARD = tuple(f"*.*.{event.type}" for event in catalogue.GATEWAY_LISTENS)
MADE_UP = ("#", "*.*", "directory.no_such_call", "d.s.directory.made_up.v1.more", "")


@pytest.fixture(scope="module")
def vhost(module_vhost):
    return module_vhost()


@pytest.fixture(params=USERS)
def user(request):
    return request.param


@pytest.fixture
def intruder(user, vhost):
    intruder = Intruder(vhost.url(user))
    yield intruder
    intruder.leave()


def keys_of(exchange):
    """Return the keys worth trying at an exchange."""
    if exchange.endswith(".events"):
        return (*EVENT_KEYS, *MADE_UP)
    return (*CALL_KEYS, REPLY, *MADE_UP) if exchange == topology.RPC_EXCHANGE else ("any",)


def is_meant_to_publish(user, exchange, key):
    """A house: its own events, replies, its own waiting rooms. The gateway: known calls. Both: their own heartbeat."""
    if exchange == topology.CANARY_EXCHANGE:
        return True
    if exchange == topology.RPC_EXCHANGE:
        return key in CALL_KEYS if user == "gateway" else key == REPLY
    if exchange.endswith(".events"):
        return exchange == f"{user}.events" and key in EVENT_KEYS and key.split(".")[2] == user
    return exchange.startswith(f"retry.{user}.") or exchange == f"parked.{user}"


def is_meant_to_read(user, queue):
    """A house reads the calls to it and what it has subscribed."""
    subscribed = {one.queue for one in catalogue.SUBSCRIPTIONS if one.service == user}
    return queue in subscribed | {f"rpc-{user}"}


def is_meant_to_hear(user, exchange, key):
    """The gateway hears replies, and the events it listens for; a house hears through its durable queues alone."""
    if exchange == topology.RPC_EXCHANGE:
        return user == "gateway" and key == REPLY
    heard_from = {topology.exchange_of(event) for event in catalogue.GATEWAY_LISTENS}
    return user == "gateway" and key in HEARD and exchange in heard_from


def test_it_publishes_what_the_catalogue_lets_it_and_nothing_else(user, intruder):
    for exchange in (*EXCHANGES, *BUILT_IN):
        for key in keys_of(exchange):
            assert intruder.may_publish(exchange, key) == is_meant_to_publish(user, exchange, key), (exchange, key)


def test_it_writes_into_no_queue_directly(intruder):
    """Every queue can be written to by its name through the exchange without a name."""
    assert not [queue.name for queue in QUEUES if intruder.may_publish("", queue.name)]


def test_it_reads_its_own_queues_and_nobody_elses(user, intruder):
    for queue in QUEUES:
        assert intruder.may_read(queue.name) == is_meant_to_read(user, queue.name), queue.name


def test_it_binds_no_queue_of_the_house_to_anything_but_heartbeats(intruder):
    for queue in QUEUES:
        for exchange in set(EXCHANGES) - {topology.CANARY_EXCHANGE}:
            assert not intruder.may_bind(queue.name, exchange, "#"), (queue.name, exchange)


def test_it_hears_with_a_queue_of_its_own_only_what_it_is_meant_to(user, intruder):
    """Nobody publishes under an empty key, so that whoever binds one hears nothing."""
    own = f"listen.{user}.q7" if user == "gateway" else f"canary.{user}.q7"
    assert intruder.may("queue_declare", own, exclusive=True, auto_delete=True)
    for exchange in set(EXCHANGES) - {topology.CANARY_EXCHANGE}:
        for key in filter(None, (*keys_of(exchange), *HEARD)):
            assert intruder.may_bind(own, exchange, key) == is_meant_to_hear(user, exchange, key), (exchange, key)


def test_it_declares_deletes_and_empties_nothing_that_is_not_its_own(user, intruder):
    for name in (*EXCHANGES, "q7.made.up"):
        assert not intruder.may("exchange_declare", name, "topic", durable=True), name
        assert not intruder.may("exchange_delete", name), name
        assert not intruder.may("exchange_bind", name, topology.RPC_EXCHANGE, "#"), name
    for queue in QUEUES:
        assert not intruder.may("queue_declare", queue.name, durable=True, arguments=dict(queue.arguments)), queue.name
        assert not intruder.may("queue_delete", queue.name), queue.name
        assert intruder.may("queue_purge", queue.name) == is_meant_to_read(user, queue.name), queue.name
    for name in ("q7.made.up", "rpc-q7", f"listen.{user}x.q7", *(f"canary.{o}.q7" for o in USERS if o != user)):
        assert not intruder.may("queue_declare", name, exclusive=True), name
