"""The broker starts from the very files its container gets. Here it is Debian's RabbitMQ, as in the whole suite."""

import os
import subprocess

import pika
import psutil
import pytest

from contracts.catalogue import HOUSES, SUBSCRIPTIONS
from ops import secret_files
from ops.account import for_servers, ids
from ops.places import CHECKOUT
from ops.running import Running
from ops.secrets import Secrets
from ops.servers.rabbitmq import OPERATOR, Rabbitmq, RabbitmqPorts
from ops.servers.rabbitmq_install import found_or_installed
from tests.deploy.compose import SERVICES, megabytes
from tests.servers.broker import SERVER_SECONDS
from tests.servers.room import Room

pytestmark = pytest.mark.servers
USERS = (*HOUSES, "gateway", OPERATOR)
SAID = (CHECKOUT / "deploy" / "rabbitmq.conf").read_text(encoding="utf-8")


class Contained(Rabbitmq):
    """The node with its container's configuration and definitions; only where they lie, and ports, are ours."""

    def environment(self):
        return {name: value for name, value in super().environment().items() if name != "RABBITMQ_LOGS"}

    def _write(self, name, content):
        if name == "definitions.json":
            content = (self.places.var / "secrets" / name).read_text()
        if name == "rabbitmq.conf":
            here = SAID.replace("/run/secrets/definitions.json", str(self.room / "definitions.json"))
            content = f"{here}management.tcp.port = {self.ports.management}\n"
        super()._write(name, content)


@pytest.fixture(scope="module")
def contained():
    room = Room()
    folder = room.places.var / "secrets"
    secret_files.write(folder)
    ports = RabbitmqPorts(
        amqp=next(room.ports), distribution=next(room.ports), epmd=next(room.ports), management=next(room.ports)
    )
    node = Contained(
        places=room.places, programs=found_or_installed(room.places), ports=ports, cookie="cookie", definitions={},
        passwords=Secrets(folder / "secrets.json").passwords(USERS), account=for_servers(),
    )
    servers = [Running(program, room.places) for program in node.programs_to_run()]
    for server in servers:
        server.start()
        server.wait_until_answers(SERVER_SECONDS)
    yield node
    for server in reversed(servers):
        server.stop()
    room.remove()


def diagnosed(node, *command):
    """Run a command in the node's own surroundings, as `docker compose exec` does."""
    user, group, groups = ids(node.account)
    return subprocess.run(
        [node.programs.scripts / command[0], *command[1:]], capture_output=True, text=True, check=False,
        cwd=node.room, env={**os.environ, **node.environment()}, user=user, group=group, extra_groups=groups,
    )


def test_a_house_gets_in_with_the_address_it_is_told_and_finds_its_queues(contained):
    told = (contained.places.var / "secrets" / "notify_amqp_url").read_text()
    here = told.replace("@rabbitmq:5672", f"@127.0.0.1:{contained.ports.amqp}")
    connection = pika.BlockingConnection(pika.URLParameters(here))
    for subscription in SUBSCRIPTIONS:
        if subscription.service == "notify":
            connection.channel().queue_declare(subscription.queue, passive=True)
    connection.close()


def test_there_is_nobody_but_our_users_and_no_guest(contained):
    listed = diagnosed(contained, "rabbitmqctl", "-q", "--no-table-headers", "list_users").stdout
    assert {line.split("\t")[0] for line in listed.splitlines()} == set(USERS)


def test_the_look_at_its_health_says_yes_while_it_listens_and_no_otherwise(contained):
    command = SERVICES["rabbitmq"]["healthcheck"]["test"]
    assert command[0] == "CMD" and command[-1] == "5672"
    assert diagnosed(contained, *command[1:-1], str(contained.ports.amqp)).returncode == 0
    assert diagnosed(contained, *command[1:-1], "1").returncode != 0


def test_its_management_answers_on_its_own_loopback_only(contained):
    assert {address.ip for address in listening() if address.port == contained.ports.management} == {"127.0.0.1"}


def listening():
    return [line.laddr for line in psutil.net_connections("tcp") if line.status == psutil.CONN_LISTEN]


def test_it_stops_taking_messages_before_its_container_is_out_of_memory(contained):
    told = next(line for line in SAID.splitlines() if line.startswith("vm_memory_high_watermark.absolute"))
    assert int(told.split(" = ")[1].removesuffix("MB")) <= 0.6 * megabytes("rabbitmq")
    applied = diagnosed(contained, "rabbitmqctl", "eval", "vm_memory_monitor:get_memory_limit().").stdout
    assert int(applied) == 600 * 1000 * 1000
