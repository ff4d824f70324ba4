"""The private servers keep what they were given over a crash, and listen to nobody but this machine."""

import contextlib
import subprocess

import pika
import psutil
import psycopg2
import pytest

from contracts.catalogue import SUBSCRIPTIONS
from ops.running import wait_for
from plumbing import topology
from tests.servers.broker import Broker
from tests.servers.database import DatabaseServer
from tests.servers.room import Room

pytestmark = pytest.mark.servers


@pytest.fixture(scope="module")
def own_room():
    room = Room()
    yield room
    room.remove()


@pytest.fixture(scope="module")
def own_database_server(own_room):
    server = DatabaseServer(own_room, durable=True)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def own_broker(own_room):
    server = Broker(own_room)
    yield server
    server.stop()


def listening(pid):
    found = psutil.Process(pid).net_connections()
    return {c.laddr.ip for c in found if c.status == psutil.CONN_LISTEN}


def test_what_postgresql_has_committed_is_there_after_a_kill(own_database_server):
    server = own_database_server
    server.run("CREATE TABLE kept (id int)")
    server.run("INSERT INTO kept VALUES (7)")
    server.kill()
    server.start()
    assert server.run("SELECT id FROM kept") == [(7,)]


def test_postgresql_waits_for_the_disk(own_database_server):
    shown = [own_database_server.run(f"SHOW {name}") for name in ("fsync", "synchronous_commit", "full_page_writes")]
    assert shown == [[("on",)]] * 3


def test_postgresql_listens_on_loopback_only_and_asks_for_a_password(own_database_server):
    assert listening(own_database_server.running.pid) == {"127.0.0.1"}
    with pytest.raises(psycopg2.OperationalError, match="no password supplied"):
        psycopg2.connect(f"postgresql://postgres@127.0.0.1:{own_database_server.postgres.port}/postgres")


def test_an_unfinished_data_folder_is_made_anew(own_room, own_database_server):
    half = own_database_server.postgres.room / "data.unfinished"
    half.mkdir()
    assert own_database_server.postgres.program().name == "postgres"


def test_what_the_broker_has_confirmed_is_there_after_a_kill(own_broker):
    queue = SUBSCRIPTIONS[0].queue
    with channel(own_broker) as publishing:
        publishing.confirm_delivery()
        publishing.basic_publish("", queue, b"kept", pika.BasicProperties(delivery_mode=2), mandatory=True)
    own_broker.kill()
    own_broker.start()
    with channel(own_broker) as reading:
        assert wait_for(lambda: reading.basic_get(queue, auto_ack=True)[2] == b"kept", 20)


@contextlib.contextmanager
def channel(broker):
    connection = pika.BlockingConnection(pika.URLParameters(broker.url("operator")))
    try:
        yield connection.channel()
    finally:
        connection.close()


def test_the_broker_listens_on_loopback_only(own_broker):
    assert listening(own_broker.running.pid) == {"127.0.0.1"}


def test_the_broker_knows_our_users_and_no_guest(own_broker):
    assert {user["name"] for user in own_broker.http("GET", "/api/users")} == set(own_broker.rabbitmq.passwords)


def test_the_broker_holds_the_whole_topology_before_anybody_connects(own_broker):
    held = {queue["name"] for queue in own_broker.http("GET", "/api/queues/%2F")}
    assert {part.name for part in topology.parts() if isinstance(part, topology.Queue)} <= held


def test_a_vhost_of_a_test_holds_the_topology_and_lets_houses_in_with_their_own_rights(fresh_vhost):
    vhost = fresh_vhost()
    connection = pika.BlockingConnection(pika.URLParameters(vhost.url("homework")))
    with pytest.raises(pika.exceptions.ChannelClosedByBroker, match="ACCESS_REFUSED"):
        connection.channel().queue_purge("notify.messages")
    connection.close()


def test_nothing_of_a_stopped_broker_runs_on(own_broker):
    own_broker.stop()
    left = subprocess.run(["pgrep", "-f", own_broker.rabbitmq.room], capture_output=True, text=True, check=False)
    own_broker.start()
    assert left.stdout == ""
