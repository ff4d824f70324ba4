"""A search through the whole running house: every row of every table, every queue, every file that it keeps."""

import io
import zipfile
from contextlib import closing, contextmanager

import pika

from contracts.catalogue import HOUSES, SUBSCRIPTIONS
from ops.databases import as_superuser
from plumbing import amqp, topology
from plumbing.topology import Queue

_TABLES = """
SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'm') AND relnamespace = 'public'::regnamespace
"""
_DATABASE_FILES, _WRITE_AHEAD = "base", "pg_wal"


class Search:
    """Finds words in any form in which they are kept: as text, as the bytes of a column, inside a workbook."""

    def __init__(self, house):
        self.house = house

    def tables(self, words):
        """Return house.table of every table in which one of the words stands."""
        found = set()
        for house in HOUSES:
            with as_superuser(self.house.databases[house].inside_admin_url) as cursor:
                cursor.execute(_TABLES)
                for (table,) in cursor.fetchall():
                    if any(_stands(words, row) for row in _rows(cursor, table)):
                        found.add(f"{house}.{table}")
        return found

    def queues(self, words):
        """Return every queue in which a message says one of the words; the messages stay where they are."""
        names = sorted({part.name for part in topology.parts() if isinstance(part, Queue)})
        assert {topology.parked(one.service) for one in SUBSCRIPTIONS} <= set(names)
        return {name for name in names if any(_stands(words, said) for said in self._messages(name))}

    def files(self, words):
        """Return every file of the house in which one of the words stands, once the databases have tidied up.

        The database's write-ahead log is left out: it is written over in a circle, within days on a quiet machine.
        """
        for house in HOUSES:
            with as_superuser(self.house.databases[house].inside_admin_url) as cursor:
                cursor.execute("VACUUM (FULL, ANALYZE)")
                cursor.execute("CHECKPOINT")
        every = [path for path in self.house.places.var.rglob("*") if path.is_file() and not path.is_symlink()]
        assert any(path.suffix == ".log" for path in every)
        assert any(_DATABASE_FILES in path.parts for path in every)
        return {str(path) for path in every if _WRITE_AHEAD not in path.parts and _in_file(words, path)}

    def _messages(self, queue):
        with self._channel() as channel:
            while True:
                way, properties, body = channel.basic_get(queue)
                if way is None:
                    return
                yield f"{way.routing_key} {properties} ".encode() + body

    @contextmanager
    def _channel(self):
        """Open a channel whose end gives back whatever was looked at."""
        with closing(pika.BlockingConnection(amqp.parameters(self.house.amqp_url()))) as connection:
            yield connection.channel()


def _rows(cursor, table):
    cursor.execute(f'SELECT t::text FROM "{table}" t')
    yield from (row.encode() for (row,) in cursor.fetchall())
    cursor.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s"
        " AND data_type = 'bytea'", (table,),
    )
    for (column,) in cursor.fetchall():
        cursor.execute(f'SELECT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL')
        yield from (bytes(content) for (content,) in cursor.fetchall())


def _in_file(words, path):
    try:
        return _stands(words, path.read_bytes())
    except (FileNotFoundError, PermissionError):
        return False


def _stands(words, content):
    plain = content.encode() if isinstance(content, str) else content
    return any(word.encode() in one for one in (plain, *_unpacked(plain)) for word in words)


def _unpacked(content):
    """Yield what a workbook holds."""
    if content[:2] == b"PK":
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                yield from (packed.read(name) for name in packed.namelist())
        except zipfile.BadZipFile:
            return
