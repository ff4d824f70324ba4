"""Broker: the suite's RabbitMQ, a world of its own for whoever asks, and its crashes."""

import base64
import http.client
import itertools
import json
import os
import shutil
import subprocess
from contextlib import contextmanager

from pika.exceptions import AMQPError

from contracts.catalogue import HOUSES
from ops import logfile
from ops.account import for_servers, ids
from ops.running import Running
from ops.servers.rabbitmq import OPERATOR, Rabbitmq, RabbitmqPorts
from ops.servers.rabbitmq_install import found_or_installed
from plumbing import topology
from plumbing.ladder import RUNGS
from plumbing.topology.declare import declare

SERVER_SECONDS = 90
_USERS = (*HOUSES, "gateway", OPERATOR)
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
        """Return a new vhost with the whole topology and everybody's permissions.

        A node that was killed may come back unable to hold a queue; then it begins anew, with nothing.
        """
        name = f"test-{next(_numbers)}"
        try:
            self._lay_out(name, rungs)
        except AMQPError:
            print(logfile.last_lines(self.running.log))  # noqa: T201 - the only trace of what was wrong with it
            self._begin_anew()
            self._lay_out(name, rungs)
        return Vhost(self, name)

    def _lay_out(self, name, rungs):
        kept = topology.definitions(self._passwords, name)
        kept |= {"users": [], "exchanges": [], "queues": [], "bindings": []}
        self.http("POST", "/api/definitions", kept)
        declare(self.url(OPERATOR, name), rungs)

    def _begin_anew(self):
        self.kill()
        shutil.rmtree(self.rabbitmq.room / "mnesia")
        self.start()

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
