"""Database: one bounded pool a process, every transaction inside its scope, every wait with a limit."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg2.extensions
import psycopg2.extras
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from contracts.errors import OutcomeUnknown
from plumbing import clock
from plumbing.scope import Scope

POOL_SIZE = 8
LIMITS = {
    "lock_timeout": "2s",
    "statement_timeout": "5s",
    "idle_in_transaction_session_timeout": "10s",
}
"""What the server holds each connection to."""
LINE = {
    "connect_timeout": 3, "tcp_user_timeout": 8000,
    "keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3,
}
"""How the client notices a dead line: seconds, but milliseconds for `tcp_user_timeout`."""
_ENTER = text("SELECT set_config('app.district', :district, true), set_config('app.school', :school, true)")
_UUID = psycopg2.extensions.new_type((2950,), "UUID", lambda value, _: value)
_UUIDS = psycopg2.extensions.new_array_type((2951,), "UUID[]", _UUID)

psycopg2.extensions.register_adapter(dict, psycopg2.extras.Json)


class Database:
    """The database of one house, seen by one role."""

    def __init__(self, url: str, *, pool_size: int = POOL_SIZE):
        self.engine = open_engine(url, pool_size=pool_size)

    @contextmanager
    def begin(self, scope: Scope) -> Iterator[Connection]:
        """Open one transaction that sees `scope` only; commit at the end, roll back on any error."""
        connection = self._enter(scope)
        try:
            yield connection
            _commit(connection)
        finally:
            connection.close()

    def _enter(self, scope: Scope) -> Connection:
        """Return a connection inside its scope; one that died in the pool is replaced, once, unnoticed."""
        try:
            return self._connected(scope)
        except DBAPIError as problem:
            if not problem.connection_invalidated:
                raise
            return self._connected(scope)

    def _connected(self, scope: Scope) -> Connection:
        connection = self.engine.connect()
        try:
            connection.execute(_ENTER, {"district": scope.district_id or "", "school": scope.school_id or ""})
        except BaseException:
            connection.close()
            raise
        return connection

    def answers(self) -> bool:
        """Say whether the database answers now."""
        try:
            with self.begin(Scope()) as connection:
                return bool(connection.execute(text("SELECT true")).scalar())
        except DBAPIError:
            return False


def open_engine(url: str, *, pool_size: int = POOL_SIZE) -> Engine:
    """Open a pool whose connections keep our limits and our clock, and give UUIDs as plain text."""
    options = {**LIMITS, "app.clock_offset": f"{clock.offset_seconds()}s"}
    engine = create_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=2,
        hide_parameters=True,
        connect_args={
            **LINE,
            "application_name": "qingfu",
            "options": " ".join(f"-c {name}={value}" for name, value in options.items()),
        },
    )
    event.listen(engine, "connect", _plain_uuids)
    return engine


def _commit(connection: Connection) -> None:
    try:
        connection.commit()
    except DBAPIError as problem:
        if problem.connection_invalidated:
            raise OutcomeUnknown from problem
        raise


def _plain_uuids(connection: psycopg2.extensions.connection, _: object) -> None:
    psycopg2.extensions.register_type(_UUID, connection)
    psycopg2.extensions.register_type(_UUIDS, connection)
