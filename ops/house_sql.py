"""The SQL that makes a house's database and its roles as they must be; run again, it changes nothing that stands."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

ROLES = {"_owner": 8, "": 60, "_relay": 8, "_sweep": 8}
"""What is added to the house's name, and how many connections the role may hold: 60 is seven processes' pools."""

_POWERLESS = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION NOBYPASSRLS"


@dataclass(frozen=True, kw_only=True)
class Statement:
    """`sql` is to be run, unless the question `unless` is answered with a row."""

    sql: str
    unless: str = ""


def roles(house: str) -> tuple[str, ...]:
    """Return the roles of a house's database: its owner, the house itself, its relay, its sweeps."""
    return tuple(f"{house}{ending}" for ending in ROLES)


def around(house: str, database: str, passwords: Mapping[str, str], template: str) -> Iterator[Statement]:
    """Give what makes the roles, and the database as a copy of `template`; nobody else may even connect to it."""
    for ending, limit in ROLES.items():
        yield from _role(f"{house}{ending}", passwords[f"{house}{ending}"], limit)
    name, owner = named(database), named(f"{house}_owner")
    yield Statement(
        sql=f"CREATE DATABASE {name} OWNER {owner} TEMPLATE {named(template)}",
        unless=f"SELECT FROM pg_database WHERE datname = {_quoted(database)}",
    )
    yield Statement(sql=f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")
    yield Statement(sql=f"GRANT CONNECT ON DATABASE {name} TO {', '.join(map(named, roles(house)))}")


def inside(house: str) -> Iterator[Statement]:
    """Give what is to be run in the database itself."""
    yield Statement(sql=f"ALTER SCHEMA public OWNER TO {named(f'{house}_owner')}")
    yield Statement(sql="REVOKE ALL ON SCHEMA public FROM PUBLIC")


def script(house: str, database: str, passwords: Mapping[str, str]) -> str:
    """Return the same for psql, as a superuser."""
    return "\n".join((
        *_lines(around(house, database, passwords, "template1")),
        f"\\connect {named(database)}",
        *_lines(inside(house)),
        "",
    ))


def named(name: str) -> str:
    """Return a name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _role(role: str, password: str, limit: int) -> Iterator[Statement]:
    yield Statement(
        sql=f"CREATE ROLE {named(role)}",
        unless=f"SELECT FROM pg_roles WHERE rolname = {_quoted(role)}",
    )
    yield Statement(
        sql=f"ALTER ROLE {named(role)} {_POWERLESS} CONNECTION LIMIT {limit} PASSWORD {_quoted(password)}"
    )


def _lines(statements: Iterable[Statement]) -> Iterator[str]:
    for statement in statements:
        if statement.unless:
            yield f"SELECT {_quoted(statement.sql)} WHERE NOT EXISTS ({statement.unless}) \\gexec"
        else:
            yield f"{statement.sql};"
