"""What a test asks for: a server, a database or a world on the broker of its own, the whole house."""

import os

import pytest

from plumbing.ladder import RUNGS
from tests.servers.authority import Authority
from tests.servers.broker import Broker
from tests.servers.database import DatabaseServer
from tests.servers.house import WholeHouse
from tests.servers.room import Room
from tests.servers.secured import Secured


@pytest.fixture(scope="session")
def room():
    """A folder with secrets and ports for the suite's servers."""
    room = Room()
    yield room
    room.remove()


@pytest.fixture(scope="session")
def database_server(room, request):
    """The suite's PostgreSQL; with `--durable` it waits for the disk, as in real life."""
    server = DatabaseServer(room, durable=request.config.getoption("--durable"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def broker(room):
    """The suite's RabbitMQ."""
    server = Broker(room)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def secured(room, database_server, broker, tmp_path_factory):
    """The suite's servers, which answer over TLS too; and two authorities, theirs and a foreign one.

    For one file: a broker that was killed, as some tests do, begins again without.
    """
    folder = tmp_path_factory.mktemp("authorities")
    servers = Secured(room, database_server, broker, Authority(folder, "ours"), Authority(folder, "foreign"))
    yield servers
    servers.stop()


@pytest.fixture(scope="session")
def database_of(database_server):
    """Return a function: the suite's one shared database of a house. Tests in it keep apart by school."""
    made = {}

    def of(house):
        if house not in made:
            made[house] = database_server.database(house)
        return made[house]

    return of


@pytest.fixture
def fresh_database(database_server):
    """Return a function: a database of a house for this test alone."""
    yield from _fresh(database_server)


@pytest.fixture(scope="module")
def module_database(database_server):
    """Return a function: a database of a house for the tests of this file."""
    yield from _fresh(database_server)


def _fresh(database_server):
    made = []

    def of(house):
        made.append(database_server.database(house))
        return made[-1]

    yield of
    for database in made:
        database.drop()


@pytest.fixture
def fresh_vhost(broker):
    """Return a function: a vhost with the topology for this test alone; `rungs` shortens the retry ladder."""
    yield from _fresh_vhost(broker)


@pytest.fixture(scope="module")
def module_vhost(broker):
    """Return a function: a vhost with the topology for the tests of this file."""
    yield from _fresh_vhost(broker)


def _fresh_vhost(broker):
    made = []

    def of(rungs=RUNGS):
        made.append(broker.vhost(rungs))
        return made[-1]

    yield of
    for vhost in made:
        vhost.drop()


@pytest.fixture(scope="session")
def house_up():
    """The whole house with the demo district, as an operator runs it."""
    room = Room()
    house = None
    try:
        house = WholeHouse(room)
        yield house
    finally:
        if house:
            house.stop()
        if os.environ.get("QINGFU_KEEP") != "1":
            room.remove()
