"""The suite's own PostgreSQL and RabbitMQ, and the whole house: each started once, when the first test asks for it.

A server that cannot be had is a failure, never a skip. All data lie in one folder of the system's temporary one;
nothing is left of it afterwards.
"""

import atexit
import base64
import http.client
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from contracts.catalogue import HOUSES
from ops import ports
from ops.account import for_servers, ids
from ops.databases import HouseDatabase, as_superuser
from ops.house_sql import roles
from ops.places import Places
from ops.program import Program
from ops.running import Running, wait_for
from ops.secrets import Secrets
from ops.servers.postgres import Postgres
from ops.servers.rabbitmq import OPERATOR, Rabbitmq, RabbitmqPorts
from ops.servers.rabbitmq_install import found_or_installed
from ops.up import leftovers, state
from plumbing import topology
from plumbing.ladder import RUNGS
from plumbing.migrate import migrate
from plumbing.topology.declare import declare

SERVER_SECONDS, HOUSE_SECONDS, STOP_SECONDS = 90, 400, 60
_USERS = (*HOUSES, "gateway", OPERATOR)
_numbers = itertools.count(1)


class Room:
    """A folder, its secrets and its ports, all for one suite or one test."""

    def __init__(self):
        folder = Path(tempfile.mkdtemp(prefix="qingfu-"))
        folder.chmod(0o711)  # root's servers run under an account of their own and walk through here
        self.places = Places(folder)
        self.places.make()
        self.secrets = Secrets(self.places.secrets)
        self.ports = ports.free_ports(str(folder))
        atexit.register(self.remove)

    @property
    def outside(self):
        """Return the places of a supervisor that runs a whole house in here: its pid file is not the house's own."""
        return Places(self.places.var / "outside")

    def remove(self):
        """Nothing that was started in here runs, and nothing is left of it, even if Ctrl-C came during the cleaning."""
        atexit.unregister(self.remove)
        for places in (self.outside, self.places):
            leftovers.end_all(places.run, STOP_SECONDS)
        shutil.rmtree(self.places.var)


class DatabaseServer:
    """A running PostgreSQL: databases of houses, and what a test of trouble does to a server."""

    def __init__(self, room, *, durable):
        self._room = room
        self.postgres = Postgres(
            places=room.places, port=next(room.ports), password=room.secrets.password("postgres"),
            account=for_servers(), durable=durable,
        )
        self.running = Running(self.postgres.program(), room.places)
        self._templates = {}
        self.start()

    @property
    def admin_url(self):
        return self.postgres.url

    def start(self):
        """The server answers. After a kill the old one's children may hold the data for a moment: tried again."""

        def up():
            if not self.running.alive():
                self.running.start()
            return self.running.answers()

        assert wait_for(up, SERVER_SECONDS), self.running.log.read_text()

    def kill(self):
        """The server ends as in a crash."""
        self.running.kill()

    def stop(self):
        self.running.stop()

    def database(self, house):
        """Return a new database of a house, with its roles, migrated by the house's own migrations."""
        if house not in self._templates:
            self._templates[house] = self._migrated(house)
        database = self._unprepared(house, f"_{next(_numbers)}")
        database.prepare(copy_of=self._templates[house])
        return database

    def empty_database(self, house):
        """Return a new database of a house that no migration has seen."""
        database = self._unprepared(house, f"_{next(_numbers)}")
        database.prepare()
        return database

    def run(self, sql):
        """Run a statement as the superuser and return its rows, if it has any."""
        with as_superuser(self.admin_url) as cursor:
            cursor.execute(sql)
            return cursor.fetchall() if cursor.description else None

    def _migrated(self, house):
        database = self._unprepared(house, "_template")
        database.prepare()
        migrate(database.url(f"{house}_owner"), house)
        return database

    def _unprepared(self, house, variant):
        passwords = self._room.secrets.passwords(roles(house))
        return HouseDatabase(house=house, admin_url=self.admin_url, passwords=passwords, variant=variant)


class Broker:
    """A running RabbitMQ; every test that asks gets a vhost of its own."""

    def __init__(self, room):
        passwords = room.secrets.passwords(_USERS)
        self._passwords = passwords
        free = room.ports
        self.rabbitmq = Rabbitmq(
            places=room.places, programs=found_or_installed(room.places),
            ports=RabbitmqPorts(
                amqp=next(free), distribution=next(free), epmd=next(free), management=next(free),
            ),
            passwords=passwords, cookie=room.secrets.password("erlang.cookie"),
            definitions=topology.definitions(passwords), account=for_servers(),
        )  # fmt: skip
        epmd, node = self.rabbitmq.programs_to_run()
        self._epmd, self.running = Running(epmd, room.places), Running(node, room.places)
        self.start()

    def start(self):
        """The node answers."""
        for server in (self._epmd, self.running):
            if not server.alive():
                server.start()
            server.wait_until_answers(SERVER_SECONDS)

    def kill(self):
        """The node ends as in a crash."""
        self.running.kill()

    def stop(self):
        self.running.stop()
        self._epmd.stop()

    def url(self, user, vhost="/"):
        return self.rabbitmq.url(user, vhost)

    def vhost(self, rungs=RUNGS):
        """Return a new vhost with the whole topology and everybody's permissions."""
        name = f"test-{next(_numbers)}"
        kept = topology.definitions(self._passwords, name)
        kept |= {"users": [], "exchanges": [], "queues": [], "bindings": []}
        self.http("POST", "/api/definitions", kept)
        declare(self.url(OPERATOR, name), rungs)
        return Vhost(self, name)

    @contextmanager
    def out_of_memory(self):
        """The node believes that it has used up its memory, and takes no messages meanwhile."""
        self.control("set_vm_memory_high_watermark", "0.0001")
        try:
            yield
        finally:
            self.control("set_vm_memory_high_watermark", "0.6")

    def control(self, *words):
        """Let the node be told something by its own tool."""
        user, group, groups = ids(self.rabbitmq.account)
        subprocess.run(
            [self.rabbitmq.programs.scripts / "rabbitmqctl", "-q", *words], check=True, cwd=self.rabbitmq.room,
            env={**os.environ, **self.rabbitmq.environment()}, user=user, group=group, extra_groups=groups,
        )

    def http(self, method, path, body=None):
        """Ask the node's management, as the operator; return what it says. It knows what AMQP does not tell."""
        connection = http.client.HTTPConnection("127.0.0.1", self.rabbitmq.ports.management, timeout=10)
        signed = base64.b64encode(f"{OPERATOR}:{self._passwords[OPERATOR]}".encode()).decode()
        headers = {"Authorization": f"Basic {signed}", "Content-Type": "application/json"}
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = connection.getresponse()
        said = answer.read()
        connection.close()
        assert answer.status < 300, (method, path, answer.status, said)
        return json.loads(said) if said else None


class Vhost:
    """A world of its own on the broker."""

    def __init__(self, broker, name):
        self.broker, self.name = broker, name

    def url(self, user):
        """Return the address for a house, `gateway` or the operator."""
        return self.broker.url(user, self.name)

    @property
    def operator_url(self):
        return self.url(OPERATOR)

    def close_connections(self):
        """Whoever is connected to this world is so no more."""
        self.broker.control("close_all_connections", "--vhost", self.name, "a test")

    def drop(self):
        self.broker.http("DELETE", f"/api/vhosts/{self.name}")


class WholeHouse:
    """Every process of the house, run by the supervisor as an operator runs it, with the demo district."""

    def __init__(self, room, *options):
        self._room, self.places = room, room.places
        self.port = next(room.ports)
        command = (sys.executable, "-m", "ops", "up", "--forgetful", "--demo", "--port", str(self.port), *options)
        environment = {"QINGFU_VAR": str(room.places.var), "COLUMNS": "200"}
        program = Program(name="up", command=command, environment=environment)
        self.running = Running(program, room.outside)
        self.start()

    def start(self):
        """Every process is ready and the demo district loaded."""
        state.forget(self.places)
        self.running.start()
        ready = wait_for(lambda: state.read(self.places) or not self.running.alive(), HOUSE_SECONDS)
        assert ready and self.running.alive(), self.running.log.read_text()
        self.state = state.read(self.places)

    @property
    def address(self):
        return self.state.address

    @property
    def databases(self):
        """Return every house's database, by house."""
        return self.state.databases

    @property
    def cards(self):
        """Return the demo's sign-in cards."""
        return json.loads((self.places.demo / "cards.json").read_text(encoding="utf-8"))

    def amqp_url(self, user=OPERATOR):
        return self.state.amqp_urls[user]

    def pid_file(self, name):
        """Return the pid file of one process as it stands now."""
        return json.loads((self.places.run / f"{name}.pid.json").read_text())

    def log(self, name):
        return (self.places.log / f"{name}.log").read_text(encoding="utf-8", errors="replace")

    def stop(self):
        self.running.stop(limit=60)


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
