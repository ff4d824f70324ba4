"""Standing line: one connection that a plain process keeps open, lost and opened again with its database."""

from typing import Any

import psycopg2.extensions
import psycopg2.extras

from plumbing.line import open_line


class StandingLine:
    """Opened when it is first used. Every step raises psycopg2.Error when the database cannot be reached."""

    def __init__(self, url: str):
        self._url = url
        self._line: psycopg2.extensions.connection | None = None

    @property
    def lost(self) -> bool:
        """Say whether there is no connection now: whatever it held, a lock too, is somebody else's to take."""
        return self._line is None or bool(self._line.closed)

    def rows(self, statement: str, **values: object) -> list[Any]:
        """Run one statement in a transaction of its own; return its rows."""
        return self._run(statement, values)[0]

    def change(self, statement: str, **values: object) -> int:
        """Run one statement in a transaction of its own; return how many rows it changed."""
        return self._run(statement, values)[1]

    def lose(self) -> None:
        """Forget the connection; the next step opens another."""
        line, self._line = self._line, None
        if line is not None:
            line.close()

    def _run(self, statement: str, values: dict[str, object]) -> tuple[list[Any], int]:
        if self.lost:
            self._line = open_line(self._url)
        assert self._line is not None
        with self._line.cursor(cursor_factory=psycopg2.extras.NamedTupleCursor) as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall() if cursor.description else [], cursor.rowcount
