"""Outbox: notify's, filled as its use cases fill it; its events wait for the relay only when a bench lets them."""

from contextlib import contextmanager

from contracts.notify.message import MessageRead
from plumbing import clock, envelope, ids
from plumbing.database import Database
from plumbing.scope import PLATFORM, Scope
from plumbing.unit import Unit
from tests.bench.letter import Letter
from tests.plumbing.workshop import Database as Inspector

_A_TRANSACTION = 1000
_PACE = """
SELECT coalesce(count(*) FILTER (WHERE published_at > first) / nullif(extract(epoch FROM last - first), 0), 0)
FROM outbox, (SELECT min(published_at) AS first, max(published_at) AS last FROM outbox) AS marks GROUP BY first, last
"""


class Outbox:
    """Empty when it comes, empty when it goes."""

    def __init__(self, house_database):
        self._house = Database(house_database.url("notify"))
        self._relay = Database(house_database.url("notify_relay"), pool_size=1)
        self._inspector = Inspector(house_database.inside_admin_url)
        self._scope = Scope(district_id=ids.new_id(), school_id=ids.new_id())
        self._empty()

    @contextmanager
    def begin(self):
        """Open one transaction of notify."""
        with self._house.begin(self._scope) as connection:
            yield Unit(connection, scope=self._scope, request_id="bench")

    def fill(self, count):
        """Write so many events, and hold them all."""
        for first in range(0, count, _A_TRANSACTION):
            with self.begin() as unit:
                unit.emit_all(an_event() for _ in range(first, min(first + _A_TRANSACTION, count)))
        self._inspector.run("UPDATE outbox SET published_at = qingfu.now()")

    def letters(self):
        """Return every event as the relay would send it."""
        with self._relay.begin(PLATFORM) as connection:
            rows = connection.exec_driver_sql("SELECT * FROM outbox ORDER BY seq")
            return [Letter.of(row, envelope.seal(row)) for row in rows]

    def release(self):
        """Let every event wait for the relay again."""
        self._inspector.run("VACUUM outbox")
        self._inspector.run("UPDATE outbox SET published_at = NULL")

    def drained(self):
        """Say whether nothing waits."""
        return not self._inspector.value("SELECT EXISTS (SELECT FROM outbox WHERE published_at IS NULL)")

    def pace(self):
        """Return how many events a second were marked, from the first batch to the last; 0 if all were in one."""
        return float(self._inspector.value(_PACE))

    def close(self):
        """Leave nothing to the next bench."""
        self._empty()
        self._inspector.close()
        self._relay.engine.dispose()
        self._house.engine.dispose()

    def _empty(self):
        self._inspector.run("TRUNCATE outbox, stream")


def an_event():
    """Return an event that no house subscribes to: nobody but the bench does anything about it."""
    return MessageRead(
        message_id=ids.new_id(), person_id=ids.new_id(), about_id=ids.new_id(), read_at=clock.now()
    )
