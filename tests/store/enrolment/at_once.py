"""At once: what tests of two transactions at a time need; and how many statements one of them costs."""

import time

from sqlalchemy import event, text

from plumbing.scope import Scope

_SOMEBODY_WAITS = text("""
SELECT true FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE datname = current_database() AND NOT granted LIMIT 1
""")


def wait_until_done_or_waiting(thread, inspector):
    """Return when the thread is done, or waits for another's lock; one of both comes within the lock's own limit."""
    until = time.monotonic() + 10
    while thread.is_alive():
        with inspector.begin(Scope()) as connection:
            if connection.execute(_SOMEBODY_WAITS).scalar():
                return
        assert time.monotonic() < until, "neither done nor waiting"


class Counting:
    """Collect the statements a house runs meanwhile."""

    def __init__(self, house):
        self.engine, self.statements = house.database.engine, []

    def _keep(self, connection, cursor, statement, *_):
        self.statements.append(statement)

    def __enter__(self):
        event.listen(self.engine, "before_cursor_execute", self._keep)
        return self.statements

    def __exit__(self, *_):
        event.remove(self.engine, "before_cursor_execute", self._keep)
