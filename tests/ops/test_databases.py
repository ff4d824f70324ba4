"""A house's database lets in that house's roles and nobody else."""

import os
import subprocess
from urllib.parse import urlsplit

import psycopg2
import pytest


def connect(url):
    return psycopg2.connect(url.replace("+psycopg2", ""))


@pytest.fixture
def homework(database_server):
    database = database_server.empty_database("homework")
    yield database
    database.drop()


@pytest.fixture
def notify(database_server):
    database = database_server.empty_database("notify")
    yield database
    database.drop()


@pytest.mark.parametrize("role", ["homework_owner", "homework", "homework_relay", "homework_sweep"])
def test_each_role_of_a_house_gets_in_and_has_no_power_over_the_server(homework, role):
    connection = connect(homework.url(role))
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = user")
        assert cursor.fetchone() == (False, False, False, False)
    connection.close()


def test_a_house_cannot_even_connect_to_another_houses_database(homework, notify):
    foreign = homework.url("homework").replace(homework.name, notify.name)
    with pytest.raises(psycopg2.OperationalError, match="permission denied"):
        connect(foreign)


def test_a_wrong_password_is_refused(homework):
    right = homework.passwords["homework"]
    with pytest.raises(psycopg2.OperationalError, match="authentication failed"):
        connect(homework.url("homework").replace(right, "0" * len(right)))


def test_the_owner_may_make_tables_and_the_house_may_not(homework):
    owner, house = connect(homework.url("homework_owner")), connect(homework.url("homework"))
    with owner, owner.cursor() as cursor:
        cursor.execute("CREATE TABLE public.thing (id int)")
    with pytest.raises(psycopg2.errors.InsufficientPrivilege), house, house.cursor() as cursor:
        cursor.execute("CREATE TABLE public.other (id int)")
    owner.close()
    house.close()


def test_preparing_again_changes_nothing_that_stands(homework):
    owner = connect(homework.url("homework_owner"))
    with owner, owner.cursor() as cursor:
        cursor.execute("CREATE TABLE public.kept (id int)")
    homework.prepare()
    with owner, owner.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM public.kept")
        assert cursor.fetchone() == (0,)
    owner.close()


def test_a_note_about_a_database_stays_until_the_next(homework):
    assert homework.note is None
    homework.keep_note("demo district: loaded")
    assert homework.note == "demo district: loaded"


def test_a_migrated_database_is_ready_for_its_house(fresh_database):
    database = fresh_database("notify")
    connection = connect(database.url("notify"))
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM migration")
        assert cursor.fetchone()[0] > 0
    connection.close()


def test_the_script_for_psql_prepares_the_same_and_run_again_changes_nothing(database_server, homework, tmp_path):
    before = standing(database_server, homework)
    homework.drop()
    for _ in ("first", "again"):
        run_script(database_server, homework, tmp_path)
        assert standing(database_server, homework) == before


def standing(server, database):
    """Return the database with its owner and who may connect, its schema, and what the house's roles may do."""
    whole = server.run(
        "SELECT datname, pg_get_userbyid(datdba), datacl::text, rolname, rolcanlogin, rolinherit, rolconnlimit,"
        " rolsuper, rolbypassrls, rolpassword IS NULL FROM pg_database, pg_authid"
        f" WHERE datname = '{database.name}' AND rolname LIKE 'homework%' ORDER BY rolname"
    )
    owner = connect(database.url("homework_owner"))
    with owner, owner.cursor() as cursor:
        cursor.execute("SELECT pg_get_userbyid(nspowner), nspacl::text FROM pg_namespace WHERE nspname = 'public'")
        schema = cursor.fetchall()
    owner.close()
    return whole, schema


def run_script(server, database, folder):
    """Run the script as the containers do: psql, and a file that says how to get in."""
    admin = urlsplit(server.admin_url)
    (folder / "service.conf").write_text(
        f"[qingfu]\nhost=127.0.0.1\nport={admin.port}\nuser=postgres\npassword={admin.password}\ndbname=postgres\n"
    )
    (folder / "databases.sql").write_text(database.script())
    subprocess.run(
        [server.postgres.tool("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", folder / "databases.sql"], check=True,
        env={**os.environ, "PGSERVICEFILE": str(folder / "service.conf"), "PGSERVICE": "qingfu"},
    )
