"""Ledger: the outbox as the relay sees it: who leads, what waits, what became of it."""

from typing import Any

import psycopg2.extensions
import psycopg2.extras

from plumbing.line import open_line

_LEAD = "SELECT pg_try_advisory_lock(hashtext('qingfu relay'))"
_UNHURRIED = "SET synchronous_commit = off"
_READ = """
SELECT seq, message_id, type, subject, sequence, district_id, school_id, correlation_id, causation_id, body, occurred_at
FROM outbox WHERE published_at IS NULL AND unroutable_at IS NULL AND seq <> ALL (CAST(%s AS bigint[]))
ORDER BY seq LIMIT %s
"""
_PUBLISHED = "UPDATE outbox SET published_at = qingfu.now() WHERE seq = ANY(%s)"
_UNROUTABLE = "UPDATE outbox SET unroutable_at = qingfu.now() WHERE seq = ANY(%s)"


class Ledger:
    """One connection; whoever holds the lock on it leads. Every step raises psycopg2.Error when the line is lost."""

    def __init__(self, database_url: str):
        self._url = database_url
        self._line: psycopg2.extensions.connection | None = None
        self._leads = False

    def leads(self) -> bool:
        """Say whether this process is the one at work, trying to become it; the lock ends with the connection.

        Its marks do not wait for the disk: one that is lost with the server only sends an event once more.
        """
        if not self._leads and self._run(_LEAD)[0][0]:
            self._run(_UNHURRIED)
            self._leads = True
        return self._leads

    def waiting(self, most: int, *, but: list[int]) -> list[Any]:
        """Return the oldest events that are neither published nor unroutable, but for those on their way already."""
        return self._run(_READ, but, most)

    def mark(self, published: list[int], unroutable: list[int]) -> None:
        """Remember what became of events."""
        for statement, seqs in ((_PUBLISHED, published), (_UNROUTABLE, unroutable)):
            if seqs:
                self._run(statement, seqs)

    def lose(self) -> None:
        """Forget the connection, and with it the lead."""
        line, self._line, self._leads = self._line, None, False
        if line is not None:
            line.close()

    def _run(self, statement: str, *values: object) -> list[Any]:
        self._line = self._line or open_line(self._url)
        with self._line.cursor(cursor_factory=psycopg2.extras.NamedTupleCursor) as cursor:
            cursor.execute(statement, values or None)
            return cursor.fetchall() if cursor.description else []
