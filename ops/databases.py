"""Databases: one per house, with the four roles that use it; nobody else may even connect."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg2
from psycopg2 import extensions, sql

_ROLES = {"_owner": 8, "": 60, "_relay": 8, "_sweep": 8}
"""What is added to the house's name, and how many connections the role may hold: 60 is seven processes' pools."""

_NOTE = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"


@dataclass(frozen=True, kw_only=True)
class HouseDatabase:
    """The database of one house on one server. `admin_url` is a superuser's; `variant` sets a second one apart."""

    house: str
    admin_url: str
    passwords: Mapping[str, str]
    variant: str = ""

    @property
    def name(self) -> str:
        """Return the database's name."""
        return f"qingfu_{self.house}{self.variant}"

    @property
    def inside_admin_url(self) -> str:
        """Return the superuser's address of this database."""
        return urlsplit(self.admin_url)._replace(path=f"/{self.name}").geturl()

    @property
    def owner_url(self) -> str:
        """Return the address by which migrations get in."""
        return self.url(f"{self.house}_owner")

    def url(self, role: str) -> str:
        """Return the address by which one of its roles gets in, as SQLAlchemy reads it."""
        server = urlsplit(self.admin_url).netloc.rpartition("@")[2]
        user = f"{role}:{quote(self.passwords[role], safe='')}"
        return urlunsplit(("postgresql+psycopg2", f"{user}@{server}", f"/{self.name}", "", ""))

    def prepare(self, *, copy_of: "HouseDatabase | None" = None) -> None:
        """Database and roles are there and as they must be; a database that was not there is empty, or a copy."""
        with as_superuser(self.admin_url) as cursor:
            for ending, limit in _ROLES.items():
                role = f"{self.house}{ending}"
                _make_role(cursor, role, self.passwords[role], limit)
            self._make_database(cursor, copy_of.name if copy_of else "template1")
        with as_superuser(self.inside_admin_url) as cursor:
            cursor.execute(self._sql("ALTER SCHEMA public OWNER TO {owner}"))
            cursor.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")

    @property
    def note(self) -> str | None:
        """Return what the operator's tools have noted about this database."""
        with as_superuser(self.admin_url) as cursor:
            cursor.execute(_NOTE, (self.name,))
            found = cursor.fetchone()
        return found and found[0]

    def keep_note(self, text: str) -> None:
        """The note says `text`; it lives and dies with the database."""
        with as_superuser(self.admin_url) as cursor:
            cursor.execute(self._sql("COMMENT ON DATABASE {database} IS {text}", text=sql.Literal(text)))

    def drop(self) -> None:
        """The database is gone, whoever was connected; its roles stay, others may use them."""
        with as_superuser(self.admin_url) as cursor:
            cursor.execute(self._sql("DROP DATABASE IF EXISTS {database} WITH (FORCE)"))

    def _make_database(self, cursor: extensions.cursor, template: str) -> None:
        cursor.execute("SELECT FROM pg_database WHERE datname = %s", (self.name,))
        if not cursor.rowcount:
            copied = sql.Identifier(template)
            cursor.execute(self._sql("CREATE DATABASE {database} OWNER {owner} TEMPLATE {copied}", copied=copied))
        cursor.execute(self._sql("REVOKE ALL ON DATABASE {database} FROM PUBLIC"))
        cursor.execute(self._sql("GRANT CONNECT ON DATABASE {database} TO {roles}"))

    def _sql(self, statement: str, **more: sql.Composable) -> sql.Composed:
        return sql.SQL(statement).format(
            database=sql.Identifier(self.name),
            owner=sql.Identifier(f"{self.house}_owner"),
            roles=sql.SQL(", ").join(map(sql.Identifier, roles(self.house))),
            **more,
        )


def roles(house: str) -> tuple[str, ...]:
    """Return the roles of a house's database: its owner, the house itself, its relay, its sweeps."""
    return tuple(f"{house}{ending}" for ending in _ROLES)


@contextmanager
def as_superuser(url: str) -> Iterator[extensions.cursor]:
    """Open a cursor whose every statement stands at once."""
    connection = psycopg2.connect(url, connect_timeout=5)
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            yield cursor
    finally:
        connection.close()


def _make_role(cursor: extensions.cursor, role: str, password: str, limit: int) -> None:
    cursor.execute("SELECT FROM pg_roles WHERE rolname = %s", (role,))
    verb = sql.SQL("ALTER" if cursor.rowcount else "CREATE")
    cursor.execute(
        sql.SQL(
            "{verb} ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION NOBYPASSRLS"
            " CONNECTION LIMIT {limit} PASSWORD {password}"
        ).format(verb=verb, role=sql.Identifier(role), limit=sql.Literal(limit), password=sql.Literal(password))
    )
