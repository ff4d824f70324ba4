"""Servers that the operator names are used instead of ours, prepared in the same way."""

import pika
import pytest

from contracts.catalogue import HOUSES, SUBSCRIPTIONS
from ops.databases import as_superuser
from ops.places import Places
from ops.sentence import CannotGoOn
from ops.up.foundations import Ground, lay
from plumbing import line


@pytest.fixture
def ground(room, tmp_path):
    """Places of its own, but the suite's passwords: roles belong to a whole server."""
    return Ground(places=Places(tmp_path), secrets=room.secrets, ports=room.ports, tell=print)


@pytest.fixture
def named(database_server, broker):
    """The environment of an operator with servers of his own; the broker's vhost is empty."""
    broker.http("PUT", "/api/vhosts/elsewhere")
    rights = {"configure": ".*", "write": ".*", "read": ".*"}
    broker.http("PUT", "/api/permissions/elsewhere/operator", rights)
    yield {
        **{f"QINGFU_DATABASE_URL_{house.upper()}": database_server.admin_url for house in HOUSES},
        "QINGFU_AMQP_URL": broker.url("operator", "elsewhere"),
    }
    broker.http("DELETE", "/api/vhosts/elsewhere")


def test_without_named_servers_our_own_private_ones_are_used(ground):
    foundations = lay(ground, {})
    assert foundations.postgres and foundations.rabbitmq
    assert foundations.outside == ()


def test_named_servers_are_used_and_none_of_ours(ground, named):
    foundations = lay(ground, named)
    assert foundations.postgres is None
    assert foundations.rabbitmq is None
    assert set(foundations.amqp_urls.values()) == {named["QINGFU_AMQP_URL"]}
    assert all(server() for server in foundations.outside)


def test_one_house_may_have_a_server_of_its_own_beside_our_private_one(ground, named):
    only = {"QINGFU_DATABASE_URL_HOMEWORK": named["QINGFU_DATABASE_URL_HOMEWORK"]}
    databases = lay(ground, only).databases
    assert databases["homework"].admin_url == only["QINGFU_DATABASE_URL_HOMEWORK"]
    assert databases["notify"].admin_url != databases["homework"].admin_url


def test_a_named_broker_gets_the_topology(ground, named):
    lay(ground, named).prepare_broker()
    connection = pika.BlockingConnection(pika.URLParameters(named["QINGFU_AMQP_URL"]))
    for subscription in SUBSCRIPTIONS:
        connection.channel().queue_declare(subscription.queue, passive=True)
    connection.close()


def test_a_named_database_server_gets_the_houses_database_and_roles(ground, named, database_server):
    database = lay(ground, named).databases["rulebook"]
    database.prepare()
    with as_superuser(database.inside_admin_url) as cursor:
        cursor.execute("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'qingfu_rulebook'")
        assert cursor.fetchone() == ("rulebook_owner",)
    database.drop()


def test_a_named_server_that_does_not_let_us_in_is_told_with_the_setting_to_check(ground, database_server):
    wrong = database_server.admin_url.replace("postgres:", "postgres:wrong", 1)
    foundations = lay(ground, {f"QINGFU_DATABASE_URL_{house.upper()}": wrong for house in HOUSES})
    with pytest.raises(CannotGoOn, match="QINGFU_DATABASE_URL_DIRECTORY"):
        foundations.prepare_databases()


def test_a_named_broker_that_is_away_is_told_with_the_setting_to_check(ground):
    with pytest.raises(CannotGoOn, match="QINGFU_AMQP_URL"):
        lay(ground, {"QINGFU_AMQP_URL": "amqp://qingfu:pw@127.0.0.1:1/"}).prepare_broker()


def test_named_servers_over_tls_are_used_once_they_have_proved_who_they_are(ground, named, secured, monkeypatch):
    elsewhere = {name: secured.url(url) for name, url in named.items()}
    monkeypatch.setenv("QINGFU_CA_FILE", str(secured.authority.file))
    foundations = lay(ground, elsewhere)
    foundations.prepare_broker()
    assert all(server() for server in foundations.outside)
    database = foundations.databases["rulebook"]
    database.prepare()
    with line.open_line(database.owner_url).cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("rulebook_owner",)
    database.drop()


@pytest.mark.parametrize("setting", ["QINGFU_DATABASE_URL_HOMEWORK", "QINGFU_AMQP_URL"])
def test_a_named_server_that_is_not_to_be_trusted_is_told_with_its_setting(
    ground, named, secured, monkeypatch, setting
):
    monkeypatch.setenv("QINGFU_CA_FILE", str(secured.foreign.file))
    with pytest.raises(CannotGoOn, match=f"^{setting}：.*不是我们信任的机构签发的"):
        lay(ground, {**named, setting: secured.url(named[setting])})
    with pytest.raises(CannotGoOn, match=f"^{setting}：.*在另一台机器上"):
        lay(ground, {**named, setting: named[setting].replace("@127.0.0.1", "@db.example.cn")})


def test_a_named_server_that_is_away_is_seen_to_be_away(ground):
    foundations = lay(ground, {"QINGFU_AMQP_URL": "amqp://qingfu:pw@127.0.0.1:1/"})
    assert [server() for server in foundations.outside] == [False]
