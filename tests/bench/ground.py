"""Ground: private servers, and the house's own processes as `make run` starts them, each while a bench needs it."""

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace

from contracts.catalogue import HOUSES
from ops.running import Running, wait_for
from ops.up.environment import Environment
from ops.up.processes import Processes
from plumbing import clock
from plumbing.passport import PassportOffice
from plumbing.rpc_client import RpcClient
from tests.servers.broker import Broker
from tests.servers.database import DatabaseServer
from tests.servers.room import Room

PATIENCE = 60


class Ground:
    """One database a house and one world on the broker, for all benches of a run."""

    def __init__(self, room, database_server, broker):
        self.room, self.postgres, self.folder = room, database_server.postgres, room.places.var / "bench"
        self.folder.mkdir()
        self.databases = {house: database_server.database(house) for house in HOUSES}
        self.vhost = broker.vhost()
        self.gateway_port = next(room.ports)
        environment = Environment(
            databases=self.databases, amqp_urls={user: self.vhost.url(user) for user in (*HOUSES, "gateway")},
            secrets=room.secrets, ports=room.ports, gateway_port=self.gateway_port,
            clock_offset_seconds=clock.offset_seconds(),
        )
        self._processes = Processes(environment=environment, scale={})
        self._programs = {p.name: p for p in (*self._processes.lasting, *self._processes.workers)}

    @contextmanager
    def running(self, *names, module=None):
        """These processes of the house work meanwhile; `module` takes their place, settings and broker user."""
        processes = [Running(self._program(name, module), self.room.places) for name in names]
        try:
            for process in processes:
                process.start()
            for process in processes:
                process.wait_until_answers(PATIENCE)
            yield processes
        finally:
            for process in processes:
                process.stop()

    def seed(self, house, plain):
        """A house has taken in this first stock."""
        file = self.folder / f"{house}.json"
        file.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
        (program,) = self._processes.seeds(self.folder)
        process = Running(program, self.room.places)
        process.start()
        assert wait_for(lambda: not process.alive(), PATIENCE) and process.exit_code() == 0, process.log.read_text()
        file.unlink()

    def client(self):
        """Return the gateway's client, to be used in a `with`."""
        return closing(RpcClient(self.vhost.url("gateway"), PassportOffice(self.room.secrets.passport_keys()[0])))

    def close(self):
        """Nothing of it is left on the servers."""
        shutil.rmtree(self.folder)
        self.vhost.drop()
        for database in self.databases.values():
            database.drop()

    def _program(self, name, module):
        program = self._programs[name]
        return replace(program, command=(sys.executable, "-m", module)) if module else program


@contextmanager
def private_ground() -> Iterator[Ground]:
    """Servers of a run's own; PostgreSQL waits for the disk, as in real life."""
    with ExitStack() as leaving:
        room = Room()
        leaving.callback(room.remove)
        database_server = DatabaseServer(room, durable=True)
        leaving.callback(database_server.stop)
        broker = Broker(room)
        leaving.callback(broker.stop)
        yield Ground(room, database_server, broker)
