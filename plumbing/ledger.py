"""Ledger: the outbox as the relay sees it: who leads, what waits, what became of it."""

from typing import Any

from plumbing.standing_line import StandingLine

_LEAD = "SELECT pg_try_advisory_lock(hashtext('qingfu relay')) AS leads"
_UNHURRIED = "SET synchronous_commit = off"
_READ = """
SELECT seq, message_id, type, subject, sequence, district_id, school_id, correlation_id, causation_id, body, occurred_at
FROM outbox WHERE published_at IS NULL AND unroutable_at IS NULL AND seq <> ALL (CAST(%(but)s AS bigint[]))
ORDER BY seq LIMIT %(most)s
"""
_PUBLISHED = "UPDATE outbox SET published_at = qingfu.now() WHERE seq = ANY(%(seqs)s)"
_UNROUTABLE = "UPDATE outbox SET unroutable_at = qingfu.now() WHERE seq = ANY(%(seqs)s)"


class Ledger:
    """One line; whoever holds the lock on it leads. Every step raises psycopg2.Error when the line is lost."""

    def __init__(self, database_url: str):
        self._line = StandingLine(database_url)
        self._leads = False

    def leads(self) -> bool:
        """Say whether this process is the one at work, trying to become it; the lock ends with the connection.

        Its marks do not wait for the disk: one that is lost with the server only sends an event once more.
        """
        self._leads = self._leads and not self._line.lost
        if not self._leads and self._line.rows(_LEAD)[0].leads:
            self._line.change(_UNHURRIED)
            self._leads = True
        return self._leads

    def waiting(self, most: int, *, but: list[int]) -> list[Any]:
        """Return the oldest events that are neither published nor unroutable, but for those on their way already."""
        return self._line.rows(_READ, but=but, most=most)

    def mark(self, published: list[int], unroutable: list[int]) -> None:
        """Remember what became of events."""
        for statement, seqs in ((_PUBLISHED, published), (_UNROUTABLE, unroutable)):
            if seqs:
                self._line.change(statement, seqs=seqs)

    def lose(self) -> None:
        """Forget the line, and with it the lead."""
        self._line.lose()
