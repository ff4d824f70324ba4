"""What the plumbing's tests stand on: real servers, emptied before each test, and a probe behind real doors."""

import json
import socket
from dataclasses import replace

import pika
import pytest

from contracts.actor import Actor, Grant, Role
from contracts.catalogue import NOTIFY_MESSAGES
from plumbing import clock, envelope, ids
from plumbing.ladder import RUNGS
from plumbing.passport import PassportOffice, make_keys
from plumbing.rpc_client import RpcClient
from tests.plumbing.workshop import Database, Process, answers_ready, wait_for

QUEUE = NOTIFY_MESSAGES.queue
PRIVATE, PUBLIC = make_keys()


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Workshop:
    """Notify's database and broker user, as one test uses them, and the processes it starts."""

    def __init__(self, house_database, vhost, folder):
        self.house_database, self.vhost, self.folder = house_database, vhost, folder
        self.database = Database(house_database.inside_admin_url)
        self.operator = vhost.operator_url
        self.processes, self.clients = [], []
        self.empty()

    def empty(self):
        self.database.run("CREATE TABLE IF NOT EXISTS effect (about uuid NOT NULL)")
        self.database.run("GRANT SELECT, INSERT ON effect TO notify")
        self.database.run("TRUNCATE effect, outbox, stream, inbox, idempotency, audit, job, job_file, job_piece")
        with self.channel() as channel:
            for queue in (QUEUE, "notify.facts", "parked.notify", "rpc-notify", "homework.facts"):
                channel.queue_purge(queue)

    def environment(self, role="notify"):
        return {
            "QINGFU_DATABASE_URL": self.house_database.url(role),
            "QINGFU_AMQP_URL": self.vhost.url("notify"),
            "QINGFU_PASSPORT_PUBLIC_KEY": PUBLIC,
            "PROBE_MARKS": str(self.folder),
        }

    def start(self, *command, role="notify", **environment):
        port = free_port()
        settings = {**self.environment(role), "QINGFU_HEALTH_PORT": str(port), **environment}
        log = self.folder / f"{port}.log"
        process = Process([part.replace("PORT", str(port)) for part in command], settings, log)
        process.port = port
        self.processes.append(process)
        return process

    def probe(self, behaviour=None):
        process = self.unready_probe(behaviour)
        wait_for(lambda: answers_ready(process.port), "the probe to be ready")
        return process

    def unready_probe(self, behaviour, **subscribes):
        return self.start(
            "-m", "tests.plumbing.probe", "PORT",
            PROBE=json.dumps(behaviour or {}), PROBE_SUBSCRIBES=json.dumps(subscribes),
        )

    def relay(self):
        process = self.start("-m", "services.notify", "relay", role="notify_relay")
        wait_for(lambda: answers_ready(process.port), "the relay to be ready")
        return process

    def worker(self, **environment):
        """A worker of the tests' own kinds of job, and the sweeps."""
        url = self.house_database.url("notify_sweep")
        command = ("-m", "tests.plumbing.jobbing", "work")
        process = self.start(*command, QINGFU_DATABASE_URL_SWEEP=url, **environment)
        wait_for(lambda: answers_ready(process.port), "the worker to be ready")
        return process

    def client(self):
        self.clients.append(RpcClient(self.vhost.url("gateway"), PassportOffice(PRIVATE)))
        return self.clients[-1]

    def channel(self):
        connection = pika.BlockingConnection(pika.URLParameters(self.operator))
        channel = connection.channel()
        channel.confirm_delivery()
        return _Closing(connection, channel)

    def depth(self, queue):
        with self.channel() as channel:
            return channel.queue_declare(queue, passive=True).method.message_count

    def effects(self):
        return [row[0] for row in self.database.run("SELECT about FROM effect")]

    def close(self):
        for client in self.clients:
            client.close()
        for client in self.clients:
            client.close()
        for process in self.processes:
            process.stop()
        self.database.close()


class _Closing:
    def __init__(self, connection, channel):
        self.connection, self.channel = connection, channel

    def __enter__(self):
        return self.channel

    def __exit__(self, *_):
        self.connection.close()


QUICK_RUNGS = tuple(replace(rung, milliseconds=100) for rung in RUNGS)


@pytest.fixture(scope="module")
def _world(module_database, module_vhost):
    return module_database("notify"), module_vhost(QUICK_RUNGS)


@pytest.fixture
def workshop(_world, tmp_path):
    opened = Workshop(*_world, tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def guardian():
    return Actor(
        person_id=ids.new_id(), district_id=ids.new_id(), school_id=ids.new_id(), grants=(Grant(role=Role.GUARDIAN),)
    )


class Row:
    """An outbox row, as a test writes one."""

    def __init__(self, event, actor, **changed):
        self.type, self.subject, self.sequence = event.type, event.aggregate_id, 1
        self.message_id, self.occurred_at = ids.new_id(), clock.now()
        self.district_id, self.school_id = actor.district_id, actor.school_id
        self.correlation_id, self.causation_id = "request-1", None
        self.body = json.dumps(event.dump(), ensure_ascii=False)
        vars(self).update(changed)


@pytest.fixture
def publish(workshop):
    """Publish an event as its producer's relay would, or with whatever a test spoils in it."""

    def publish(event, actor, *, headers=None, body=None, content_type=envelope.CONTENT_TYPE, key=None, **row):
        letter = envelope.seal(Row(event, actor, **row))
        properties = pika.BasicProperties(
            message_id=letter.message_id, content_type=content_type, content_encoding="utf-8", delivery_mode=2,
            headers={**letter.headers, **(headers or {})},
        )
        with workshop.channel() as channel:
            channel.basic_publish(
                letter.exchange, key or letter.routing_key, body if body is not None else letter.body, properties, True
            )

    return publish
