"""A server elsewhere is spoken to over TLS, and only when its certificate says that it is the one; by every library."""

import re

import pika
import psycopg2
import pytest
from kombu.exceptions import OperationalError as KombuError
from pika.exceptions import AMQPError
from sqlalchemy.exc import OperationalError

from ops.databases import as_superuser
from plumbing import address, amqp, broker_line, proof
from plumbing.database import open_engine
from plumbing.line import open_line
from plumbing.untrusted import Untrusted
from tests.servers.secured import HOST


def pooled(url):
    engine = open_engine(url.replace("postgresql:", "postgresql+psycopg2:"), pool_size=1)
    try:
        engine.connect().close()
    finally:
        engine.dispose()


def in_a_line(url):
    open_line(url).close()


def as_the_operator(url):
    with as_superuser(url) as cursor:
        cursor.execute("SELECT 1")


def by_pika(url):
    pika.BlockingConnection(amqp.parameters(url)).close()


def by_kombu(url):
    with broker_line.open_line(url) as line:
        line.ensure_connection(max_retries=1, interval_start=0)


TO_DATABASE, TO_BROKER = (pooled, in_a_line, as_the_operator), (by_pika, by_kombu)
EVERY_LIBRARY = pytest.mark.parametrize("connect", [*TO_DATABASE, *TO_BROKER], ids=lambda connect: connect.__name__)
EVERY_SERVER = pytest.mark.parametrize("kind", ["database", "broker"])
NOT_REACHED = (psycopg2.OperationalError, OperationalError, AMQPError, KombuError, OSError)


@pytest.fixture
def url_of(secured, database_server, broker):
    """Return a function: the address over TLS of a server, by either of its names; only one is on its certificate."""

    def url_of(kind, host=HOST):
        return secured.url(database_server.admin_url if kind == "database" else broker.url("operator"), host)

    return url_of


@pytest.fixture
def url_for(url_of):
    """Return a function: the address over TLS of what a library connects to."""
    return lambda connect, host=HOST: url_of("database" if connect in TO_DATABASE else "broker", host)


@pytest.fixture(autouse=True)
def ours_believed(secured, monkeypatch):
    monkeypatch.setenv("QINGFU_CA_FILE", str(secured.authority.file))


@EVERY_LIBRARY
def test_a_server_that_proves_who_it_is_is_spoken_to(connect, url_for):
    connect(url_for(connect))


@EVERY_LIBRARY
def test_a_server_certified_by_a_stranger_hears_nothing(connect, url_for, secured, monkeypatch):
    monkeypatch.setenv("QINGFU_CA_FILE", str(secured.foreign.file))
    monkeypatch.setenv("SSL_CERT_FILE", str(secured.authority.file))  # the file that is named counts, and no other
    with pytest.raises(NOT_REACHED, match=r"certificate verify failed|CERTIFICATE_VERIFY_FAILED"):
        connect(url_for(connect))


@EVERY_LIBRARY
def test_a_server_with_another_name_on_its_certificate_hears_nothing(connect, url_for):
    with pytest.raises(NOT_REACHED, match=r"does not match host name|Hostname mismatch"):
        connect(url_for(connect, "localhost"))


@EVERY_LIBRARY
def test_where_no_file_is_named_the_systems_authorities_are_believed(connect, url_for, secured, monkeypatch):
    monkeypatch.delenv("QINGFU_CA_FILE")
    monkeypatch.setenv("SSL_CERT_FILE", str(secured.authority.file))
    connect(url_for(connect))
    monkeypatch.setenv("SSL_CERT_FILE", str(secured.foreign.file))
    with pytest.raises(NOT_REACHED):
        connect(url_for(connect))


@pytest.mark.parametrize("surroundings", ["PGSSLMODE", "PGGSSENCMODE"])
@pytest.mark.parametrize("connect", TO_DATABASE, ids=lambda connect: connect.__name__)
def test_nothing_around_a_process_makes_it_less_careful(connect, surroundings, url_for, secured, monkeypatch):
    monkeypatch.setenv(surroundings, "disable")
    connect(url_for(connect))
    monkeypatch.setenv("QINGFU_CA_FILE", str(secured.foreign.file))
    with pytest.raises(NOT_REACHED):
        connect(url_for(connect))


@EVERY_SERVER
def test_a_server_shows_until_when_its_certificate_holds(kind, url_of):
    assert proof.prove(getattr(address, kind)(url_of(kind))) is not None


@EVERY_SERVER
def test_a_stranger_is_told_with_the_file_that_does_not_know_him(kind, url_of, secured, monkeypatch):
    monkeypatch.setenv("QINGFU_CA_FILE", str(secured.foreign.file))
    with pytest.raises(Untrusted, match=f"不是我们信任的机构签发的.*{re.escape(str(secured.foreign.file))}"):
        proof.prove(getattr(address, kind)(url_of(kind)))


@EVERY_SERVER
def test_another_name_on_the_certificate_is_told(kind, url_of):
    with pytest.raises(Untrusted, match="的证书不是 localhost 的"):
        proof.prove(getattr(address, kind)(url_of(kind, "localhost")))


def test_a_broker_without_tls_is_told(broker):
    plain = broker.url("operator").replace("amqp:", "amqps:")
    with pytest.raises(Untrusted, match="没有用 TLS 应答"):
        proof.prove(address.broker(plain))
    with pytest.raises(NOT_REACHED):
        by_kombu(plain)


def test_a_database_without_tls_is_told(url_of, secured):
    with secured.postgres_in_plain():
        with pytest.raises(Untrusted, match="没有用 TLS 应答"):
            proof.prove(address.database(url_of("database")))
        for connect in TO_DATABASE:
            with pytest.raises(NOT_REACHED, match="server does not support SSL"):
                connect(url_of("database"))


def test_a_certificate_that_has_ended_is_told(url_of, secured):
    with secured.postgres_shows(*secured.authority.certify(HOST, days=-1)):
        with pytest.raises(Untrusted, match="的证书已经过期"):
            proof.prove(address.database(url_of("database")))
        with pytest.raises(NOT_REACHED, match="certificate verify failed"):
            in_a_line(url_of("database"))


def test_a_renewed_certificate_is_believed_without_a_restart(url_of, secured):
    with secured.postgres_shows(*secured.authority.certify(HOST, days=400)):
        in_a_line(url_of("database"))
