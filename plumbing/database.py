"""Database: one bounded pool a process, every transaction inside its scope, every wait with a limit."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from contracts.errors import OutcomeUnknown
from plumbing import line
from plumbing.scope import Scope

POOL_SIZE = 8
_ENTER = text("SELECT set_config('app.district', :district, true), set_config('app.school', :school, true)")


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
    engine = create_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=2,
        hide_parameters=True,
        connect_args=line.arguments(url),
    )
    event.listen(engine, "connect", line.plain_uuids)
    return engine


def _commit(connection: Connection) -> None:
    try:
        connection.commit()
    except DBAPIError as problem:
        if problem.connection_invalidated:
            raise OutcomeUnknown from problem
        raise
