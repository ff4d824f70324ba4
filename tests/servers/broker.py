"""Broker: the suite's RabbitMQ, a world of its own for whoever asks, and its crashes."""

import base64
import http.client
import itertools
import json
import os
import subprocess
from contextlib import contextmanager

from contracts.catalogue import HOUSES
from ops.account import for_servers, ids
from ops.running import Running, wait_for
from ops.servers.rabbitmq import OPERATOR, Rabbitmq, RabbitmqPorts
from ops.servers.rabbitmq_install import found_or_installed
from plumbing import topology
from plumbing.ladder import RUNGS
from plumbing.topology.declare import declare

SERVER_SECONDS = 90
_USERS = (*HOUSES, "gateway", OPERATOR)
_SAVED = slice(8, 12)
_numbers = itertools.count(1)


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
        self.crashes = 0
        self.start()

    def start(self):
        """The node answers."""
        for server in (self._epmd, self.running):
            if not server.alive():
                server.start()
            server.wait_until_answers(SERVER_SECONDS)

    def kill(self):
        """The node ends as in a crash, though not in the second in which it has not yet noted a new queue on disk."""
        assert wait_for(self._knows_its_queues_on_disk, SERVER_SECONDS)
        self.running.kill()
        self.crashes += 1

    def _knows_its_queues_on_disk(self):
        """Say so by the file's own word for it: Erlang writes 1 there when it has saved, 0 before it changes it."""
        (names,) = (self.rabbitmq.room / "mnesia").glob("*/quorum/*/names.dets")
        return names.read_bytes()[_SAVED] == b"\0\0\0\1"

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
        self.broker, self.name, self._crashes = broker, name, broker.crashes

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
        """The world is gone; one that came through a crash stays as long as the node.

        Dead-letter workers of RabbitMQ 3.10 that meet a queue's end while they come back bring down their supervisor,
        and from then on the node cannot hold a queue that dead-letters at least once: half of such drops did.
        """
        if self._crashes == self.broker.crashes:
            self.broker.http("DELETE", f"/api/vhosts/{self.name}")
