"""One school never sees another, whatever a role says to its database and however a mistake leaves a connection."""

import psycopg2
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from contracts.catalogue import HOUSES
from ops.databases import as_superuser
from ops.house_sql import roles
from plumbing.database import Database
from plumbing.ids import new_id
from plumbing.scope import PLATFORM, Scope
from tests.attack.sql import connected, fenced, is_let, within

EVERY_ROLE = [(house, role) for house in HOUSES for role in roles(house) if role != f"{house}_owner"]


@pytest.fixture(params=HOUSES)
def house(request):
    return request.param


@pytest.fixture
def database(house, house_up, world):
    return house_up.databases[house]


@pytest.fixture
def near(world):
    """A school; there is another in its district, and one in another."""
    return world.places["own"].school


def test_where_no_school_is_named_there_is_nobody(house, database):
    with connected(database, house) as connection:
        for table, _ in fenced(database):
            for scope in ({}, {"school": new_id(), "district": new_id()}):
                if is_let(connection, f"SELECT FROM {table}"):
                    with within(connection, **scope) as cursor:
                        cursor.execute(f"SELECT count(*) FROM {table}")
                        assert cursor.fetchone() == (0,), (table, scope)


def test_a_school_sees_its_own_rows_and_no_other(house, database, near):
    scope = {"school": near.school_id, "district": near.district_id}
    with connected(database, house) as connection:
        for table, owner in fenced(database):
            if is_let(connection, f"SELECT FROM {table}"):
                with within(connection, **scope) as cursor:
                    cursor.execute(f"SELECT DISTINCT {owner}::text FROM {table}")
                    assert {row[0] for row in cursor} <= set(scope.values()), table


def test_a_school_writes_no_row_of_another(house, database, near):
    """The very row that stands in the other school is offered again, and taken away."""
    scope = {"school": near.school_id, "district": near.district_id}
    tried = 0
    with connected(database, house) as connection, as_superuser(database.inside_admin_url) as superuser:
        for table, owner in fenced(database):
            superuser.execute(
                f"SELECT to_jsonb(t)::text FROM {table} t WHERE {owner}::text NOT IN %s LIMIT 1",
                (tuple(scope.values()),),
            )
            for (row,) in superuser.fetchall():
                tried += 1
                said = ", ".join(columns(superuser, table))
                again = f"INSERT INTO {table} ({said}) SELECT {said} FROM jsonb_populate_record(NULL::{table}, %s)"
                assert not is_let(connection, again, (row,), **scope), table
                for change in (f"DELETE FROM {table}", f"UPDATE {table} SET {owner} = {owner}"):
                    whose = f"{change} WHERE {owner}::text NOT IN %s"
                    if is_let(connection, whose, (tuple(scope.values()),), **scope):
                        with within(connection, **scope) as cursor:
                            cursor.execute(whose, (tuple(scope.values()),))
                            assert cursor.rowcount == 0, (table, change)
    assert tried, "no other school has anything here"


def columns(superuser, table):
    """Return the columns that are written, not worked out."""
    superuser.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"
        " AND attgenerated = ''", (table,),
    )
    return [name for (name,) in superuser.fetchall()]


@pytest.fixture
def lone(house, database):
    """The house's own way to its database, with a single connection that everybody gets in turn."""
    lone = Database(database.url(house), pool_size=1)
    yield lone
    lone.engine.dispose()


def seen(lone, scope, tables):
    with lone.begin(scope) as connection:
        return sum(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() for table in tables)


LEFT_BEHIND = {
    "a good end": "SELECT 1",
    "a mistake": "SELECT 1 / 0",
    "a statement that took too long": "SET LOCAL statement_timeout = 1; SELECT pg_sleep(1)",
    "a school named for good": "SELECT set_config('app.school', '{school}', false)",
    "a school named by hand": "SET app.school = '{school}'; SET app.district = '{district}'",
    "an end before the end": "COMMIT; SET app.school = '{school}'; SET app.district = '{district}'",
}


@pytest.mark.parametrize("left", LEFT_BEHIND.values(), ids=LEFT_BEHIND.keys())
def test_whatever_was_left_on_a_connection_the_next_one_sees_nobody(left, house, database, lone, near):
    scope = Scope(district_id=near.district_id, school_id=near.school_id)
    with connected(database, house) as connection:
        tables = [table for table, _ in fenced(database) if is_let(connection, f"SELECT FROM {table}")]
    try:
        with lone.begin(scope) as connection:
            connection.exec_driver_sql(left.format(school=near.school_id, district=near.district_id))
    except DBAPIError:
        pass
    assert seen(lone, PLATFORM, tables) == 0
    assert seen(lone, scope, tables) >= 0


TRICKS = (
    "SET ROLE {house}_owner", "SET ROLE postgres", "SET SESSION AUTHORIZATION postgres", "CREATE ROLE q7 SUPERUSER",
    "ALTER ROLE {role} BYPASSRLS", "CREATE TABLE q7 (a int)", "CREATE TEMP TABLE q7 (a int)",
    "CREATE FUNCTION q7(a text) RETURNS bool LANGUAGE sql COST 0.0001 AS 'SELECT true'", "CREATE SCHEMA q7",
    "CREATE EXTENSION dblink", "CREATE VIEW q7 AS SELECT 1", "COPY (SELECT 1) TO PROGRAM 'true'",
    "COPY (SELECT 1) TO '/tmp/q7'", "SELECT pg_read_file('/etc/passwd')", "SELECT pg_ls_dir('/')",
    "SELECT lo_import('/etc/passwd')", "LOAD 'plpgsql'", "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()",
    "SELECT rolpassword FROM pg_authid", "CREATE DATABASE q7", "TRUNCATE outbox", "TRUNCATE audit",
    "ALTER TABLE audit DISABLE ROW LEVEL SECURITY", "ALTER TABLE audit NO FORCE ROW LEVEL SECURITY",
    "DROP POLICY own_tenant ON audit", "CREATE POLICY q7 ON audit USING (true)", 
    "ALTER FUNCTION qingfu.school() OWNER TO {role}", "DROP SCHEMA public CASCADE", "UPDATE audit SET action = 'x'",
    "DELETE FROM audit", "INSERT INTO migration VALUES ('x', 'y')", "UPDATE migration SET sha256 = 'x'",
)


@pytest.mark.parametrize(("house", "role"), EVERY_ROLE)
def test_no_trick_of_sql_makes_more_of_a_role(house, role, house_up, world):
    database = house_up.databases[house]
    with connected(database, role) as connection:
        for trick in TRICKS:
            connection.autocommit = trick.startswith(("CREATE DATABASE", "ALTER SYSTEM"))
            assert not is_let(connection, trick.format(house=house, role=role)), trick


def test_a_fence_that_is_told_to_stand_aside_gives_an_error_and_no_row(house, database):
    with connected(database, house) as connection:
        for table, _ in fenced(database):
            assert not is_let(connection, f"SET LOCAL row_security = off; SELECT * FROM {table}"), table


@pytest.mark.parametrize(("house", "role"), EVERY_ROLE)
def test_a_role_gets_into_the_database_of_its_own_house_only(house, role, house_up):
    password = house_up.databases[house].passwords[role]
    for other in set(HOUSES) - {house}:
        at = psycopg2.extensions.parse_dsn(house_up.databases[other].inside_admin_url)
        with pytest.raises(psycopg2.OperationalError, match="permission denied for database"):
            psycopg2.connect(**at | {"user": role, "password": password})


def test_what_looks_over_the_fence_for_sign_in_answers_for_the_person_that_is_named_and_nobody_else(house_up, world):
    someone, stranger = world.places["own"], new_id()
    database = house_up.databases["directory"]
    with connected(database, "directory") as connection, within(connection) as cursor:
        for odd in (stranger, None):
            for question in ("SELECT * FROM grants_of(%s)", "SELECT 1 WHERE own_name(%s) IS NOT NULL"):
                cursor.execute(question, (odd,))
                assert cursor.fetchall() == []
        teacher = next(iter(someone.people.values())).person_id
        cursor.execute("SELECT DISTINCT school_id::text FROM grants_of(%s)", (teacher,))
        assert cursor.fetchall() == [(someone.school.school_id,)]
    for role in ("directory_relay", "directory_sweep"):
        with connected(database, role) as connection:
            assert not is_let(connection, "SELECT * FROM grants_of(%s)", (stranger,))
            assert not is_let(connection, "SELECT own_name(%s)", (stranger,))
