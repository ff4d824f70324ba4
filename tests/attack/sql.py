"""SQL as one of the roles of a house would say it, and whether the database lets it."""

from contextlib import contextmanager

import psycopg2
from psycopg2 import errors

NOT_LET = (errors.InsufficientPrivilege, errors.ReadOnlySqlTransaction)


@contextmanager
def connected(database, role):
    """Open a connection as a role; without a word nobody's school is set."""
    connection = psycopg2.connect(database.url(role).replace("+psycopg2", ""), connect_timeout=5)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def within(connection, school=None, district=None):
    """Open one transaction of a scope; it leaves no trace."""
    with connection.cursor() as cursor:
        scope = (str(district or ""), str(school or ""))
        cursor.execute("SELECT set_config('app.district', %s, true), set_config('app.school', %s, true)", scope)
        try:
            yield cursor
        finally:
            connection.rollback()


def is_let(connection, sql, values=(), **scope):
    """Say whether the database lets a statement happen. Raises what else is wrong with it."""
    try:
        with within(connection, **scope) as cursor:
            cursor.execute(sql, values)
    except NOT_LET:
        return False
    return True


def fenced(database):
    """Return (table, the column that says whose a row is) of every table that is one school's or district's."""
    with psycopg2.connect(database.inside_admin_url) as connection, connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, obj_description(oid) || '_id' FROM pg_class WHERE relkind = 'r'"
            " AND obj_description(oid) IN ('school', 'district')"
        )
        found = cursor.fetchall()
    connection.close()
    return found
