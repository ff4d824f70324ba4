"""Line: how every connection to a database is opened: with limits, signs of life, our clock, UUIDs as plain text."""

from typing import Any

import psycopg2
import psycopg2.extensions
import psycopg2.extras

from plumbing import address, clock, trust

LIMITS = {
    "lock_timeout": "2s",
    "statement_timeout": "5s",
    "idle_in_transaction_session_timeout": "10s",
}
"""What the server holds each connection to."""
SIGNS_OF_LIFE = {
    "connect_timeout": 3, "tcp_user_timeout": 8000,
    "keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3,
}
"""How the client notices a dead line: seconds, but milliseconds for `tcp_user_timeout`."""
_UUID = psycopg2.extensions.new_type((2950,), "UUID", lambda value, _: value)
_UUIDS = psycopg2.extensions.new_array_type((2951,), "UUID[]", _UUID)

psycopg2.extensions.register_adapter(dict, psycopg2.extras.Json)


def arguments(url: str) -> dict[str, Any]:
    """Return what the driver is told beside the address. Raises Untrusted for one that leads elsewhere in plain."""
    options = {**LIMITS, "app.clock_offset": f"{clock.offset_seconds()}s"}
    return {
        **SIGNS_OF_LIFE,
        **secured(url),
        "application_name": "qingfu",
        "options": " ".join(f"-c {name}={value}" for name, value in options.items()),
    }


def secured(url: str) -> dict[str, str]:
    """Return how libpq checks the server; nothing in this process's surroundings can make it less careful."""
    if not address.database(url).tls:
        return {"sslmode": "disable", "gssencmode": "disable"}
    return {
        "sslmode": address.CHECKED, "sslrootcert": trust.file(), "gssencmode": "disable", "sslcertmode": "disable",
        "ssl_min_protocol_version": "TLSv1.2",
    }


def plain_uuids(connection: psycopg2.extensions.connection, _: object = None) -> None:
    """From now on this connection gives UUIDs as text."""
    psycopg2.extensions.register_type(_UUID, connection)
    psycopg2.extensions.register_type(_UUIDS, connection)


def open_line(url: str) -> psycopg2.extensions.connection:
    """Open one connection of its own, committing each statement, for a process that needs no pool."""
    connection = psycopg2.connect(url.replace("+psycopg2", "", 1), **arguments(url))
    connection.autocommit = True
    plain_uuids(connection)
    return connection
