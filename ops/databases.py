"""Databases: one per house, with the four roles that use it; nobody else may even connect."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg2
from psycopg2 import extensions, sql

from ops.house_sql import Statement, around, inside, named, script
from plumbing import line

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
        admin = urlsplit(self.admin_url)
        server, user = admin.netloc.rpartition("@")[2], f"{role}:{quote(self.passwords[role], safe='')}"
        return urlunsplit(("postgresql+psycopg2", f"{user}@{server}", f"/{self.name}", admin.query, ""))

    def prepare(self, *, copy_of: "HouseDatabase | None" = None) -> None:
        """Database and roles are there and as they must be; a database that was not there is empty, or a copy."""
        template = copy_of.name if copy_of else "template1"
        with as_superuser(self.admin_url) as cursor:
            _run(cursor, around(self.house, self.name, self.passwords, template))
        with as_superuser(self.inside_admin_url) as cursor:
            _run(cursor, inside(self.house))

    def script(self) -> str:
        """Return what psql is to run, to prepare the same."""
        return script(self.house, self.name, self.passwords)

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
            cursor.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(self.name), sql.Literal(text)))

    def drop(self) -> None:
        """The database is gone, whoever was connected; its roles stay, others may use them."""
        with as_superuser(self.admin_url) as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {named(self.name)} WITH (FORCE)")


@contextmanager
def as_superuser(url: str) -> Iterator[extensions.cursor]:
    """Open a cursor whose every statement stands at once."""
    connection = psycopg2.connect(url, connect_timeout=5, **line.secured(url))
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            yield cursor
    finally:
        connection.close()


def _run(cursor: extensions.cursor, statements: Iterable[Statement]) -> None:
    for statement in statements:
        if statement.unless:
            cursor.execute(statement.unless)
        if not (statement.unless and cursor.rowcount):
            cursor.execute(statement.sql)
