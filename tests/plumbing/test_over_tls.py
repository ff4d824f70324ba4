"""A house whose servers are elsewhere works over TLS in all its parts; a part that cannot trust them does not begin."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from contracts.notify.message import INBOX, MessageRead, ReadInbox
from ops.doctor import broker as broker_check
from ops.doctor import databases as database_check
from plumbing import clock, ids, parked
from plumbing.database import Database
from plumbing.migrate import is_current, migrate
from plumbing.passport import PassportOffice
from plumbing.rpc_client import RpcClient
from plumbing.scope import Scope
from plumbing.topology.declare import declare
from plumbing.unit import Unit
from tests.plumbing.conftest import PRIVATE, PUBLIC, QUEUE, QUICK_RUNGS, free_port
from tests.plumbing.workshop import ROOT, answers_ready, wait_for
from tests.servers.secured import HOST

PROGRAMS = (
    *(("services.notify", command) for command in ("serve", "relay", "work", "migrate")),
    ("services.rulebook", "operate", "adopt_nation"), ("gateway",),
)


class Elsewhere:
    """Notify's servers by their addresses over TLS, and what each part of it is told."""

    def __init__(self, workshop, secured, host=HOST):
        self._workshop, self._secured, self._host = workshop, secured, host

    @property
    def database(self):
        """The house's database, as `qingfu up` knows it from an operator's address."""
        plain = self._workshop.house_database
        return replace(plain, admin_url=self._secured.url(plain.admin_url, self._host))

    def broker(self, user):
        return self._secured.url(self._workshop.vhost.url(user), self._host)

    def told(self, role="notify", user="notify"):
        return {
            "QINGFU_DATABASE_URL": self.database.url(role),
            "QINGFU_DATABASE_URL_SWEEP": self.database.url("notify_sweep"),
            "QINGFU_AMQP_URL": self.broker(user),
            "QINGFU_PASSPORT_PUBLIC_KEY": PUBLIC,
            "QINGFU_PASSPORT_PRIVATE_KEY": PRIVATE,
            "QINGFU_SECRET_KEY": "only for tests",
        }

    def begins(self, *command, **told):
        process = self._workshop.start("-m", *command, **self.told(**told))
        wait_for(lambda: answers_ready(process.port), f"{command} to be ready")


@pytest.fixture
def elsewhere(workshop, secured, monkeypatch):
    monkeypatch.setenv("QINGFU_CA_FILE", str(secured.authority.file))
    return Elsewhere(workshop, secured)


@pytest.fixture
def house(elsewhere):
    """Serve and relay, at work over TLS."""
    elsewhere.begins("services.notify", "serve")
    elsewhere.begins("services.notify", "relay", role="notify_relay")
    return elsewhere


@pytest.fixture
def ask(house, workshop, guardian):
    """Ask the house, as the gateway does, whether there are messages."""
    client = RpcClient(house.broker("gateway"), PassportOffice(PRIVATE))
    workshop.clients.append(client)
    return lambda: client.call(INBOX, ReadInbox(), guardian, request_id="request-1").unread


def test_a_call_is_answered_an_event_goes_out_and_what_cannot_be_read_is_parked(ask, house, workshop, guardian):
    assert ask() == 0

    announce(house, guardian)
    wait_for(lambda: workshop.database.value("SELECT published_at IS NOT NULL FROM outbox"), "the event to be out")

    with workshop.channel() as channel:
        channel.basic_publish("", QUEUE, b"?")
    wait_for(lambda: parked.look(house.broker("operator"), "notify"), "the letter to be parked")


def test_everybody_is_answered_when_many_ask_at_once(ask):
    with ThreadPoolExecutor(16) as askers:
        assert sum(askers.map(lambda _: ask(), range(160))) == 0


def announce(house, guardian):
    """Write an event as a use case does."""
    database = Database(house.database.url("notify"))
    scope = Scope(district_id=guardian.district_id, school_id=guardian.school_id)
    read = MessageRead(message_id=ids.new_id(), person_id=ids.new_id(), about_id=ids.new_id(), read_at=clock.now())
    with database.begin(scope) as connection:
        Unit(connection, scope=scope, request_id="request-1").emit_all([read])
    database.engine.dispose()


def test_a_worker_and_a_gateway_are_ready(elsewhere, workshop):
    elsewhere.begins("services.notify", "work")
    port = free_port()
    told = elsewhere.told(user="gateway") | {"QINGFU_GATEWAY_PORT": str(port)}
    workshop.start("-m", "gateway", **told)
    wait_for(lambda: answers_ready(port), "the gateway to call and to hear")


def test_the_operators_tools_reach_the_servers(elsewhere, database_server, secured):
    empty = database_server.empty_database("notify")
    database = replace(empty, admin_url=secured.url(empty.admin_url))
    database.prepare()
    assert migrate(database.owner_url, "notify") and is_current(database.owner_url, "notify")
    [well] = database_check.look({"notify": database}, timedelta())
    assert well.well
    database.drop()
    declare(elsewhere.broker("operator"), QUICK_RUNGS)
    assert next(broker_check.look(elsewhere.broker("operator"))).well


def test_the_doctor_tells_of_a_stranger_and_of_a_certificate_that_ends_soon(elsewhere, secured, monkeypatch):
    with secured.postgres_shows(*secured.authority.certify(HOST, days=20)):
        [soon] = database_check.look({"notify": elsewhere.database}, timedelta())
    assert "到期" in soon.words and "换一张证书" in soon.repair
    monkeypatch.setenv("QINGFU_CA_FILE", str(secured.foreign.file))
    for found in (
        list(database_check.look({"notify": elsewhere.database}, timedelta())),
        list(broker_check.look(elsewhere.broker("operator"))),
    ):
        assert [(finding.words[-1], "QINGFU_CA_FILE" in finding.repair) for finding in found] == [("）", True)]


@pytest.mark.parametrize("program", PROGRAMS, ids=" ".join)
def test_a_part_that_cannot_trust_its_servers_ends_at_once_and_says_what_to_do(program, workshop, secured):
    elsewhere = Elsewhere(workshop, secured, host="localhost")
    trusting = {**os.environ, **elsewhere.told(), "QINGFU_CA_FILE": str(secured.authority.file)}
    command = [sys.executable, "-m", *program]
    ended = subprocess.run(command, cwd=ROOT, env=trusting, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert "的证书不是 localhost 的" in ended.stderr and "subjectAltName" in ended.stderr
    assert "Traceback" not in ended.stderr
