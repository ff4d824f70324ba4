"""Green: how a house waits for PostgreSQL without stopping its other work, and never longer than a limit.

eventlet's own way waits without one, and libpq's `connect_timeout` does not count while the driver is asked to poll:
a frozen server would hold every worker for ever. Each statement has its own, shorter limit on the server.
"""

import psycopg2
import psycopg2.extensions
from eventlet.hubs import trampoline

SILENCE_SECONDS = 8


def wait_green(silence_seconds: float = SILENCE_SECONDS) -> None:
    """From now on every wait for PostgreSQL in this process yields, and ends after so much silence."""

    def wait(connection: psycopg2.extensions.connection) -> None:
        while (state := connection.poll()) != psycopg2.extensions.POLL_OK:
            reading = state == psycopg2.extensions.POLL_READ
            trampoline(
                connection.fileno(), read=reading, write=not reading, timeout=silence_seconds, timeout_exc=_Silent
            )

    psycopg2.extensions.set_wait_callback(wait)


class _Silent(psycopg2.OperationalError):
    """The database has not said a word for too long."""
