"""DatabaseServer: the suite's PostgreSQL, a fresh database for whoever asks, and its crashes."""

import itertools

from ops.account import for_servers
from ops.databases import HouseDatabase, as_superuser
from ops.house_sql import roles
from ops.running import Running, wait_for
from ops.servers.postgres import Postgres
from plumbing.migrate import migrate

SERVER_SECONDS = 90
_numbers = itertools.count(1)


class DatabaseServer:
    """A running PostgreSQL: databases of houses, and what a test of trouble does to a server."""

    def __init__(self, room, *, durable):
        self._room = room
        self.postgres = Postgres(
            places=room.places, port=next(room.ports), password=room.secrets.password("postgres"),
            account=for_servers(), durable=durable,
        )
        self.running = Running(self.postgres.program(), room.places)
        self._templates = {}
        self.start()

    @property
    def admin_url(self):
        return self.postgres.url

    def start(self):
        """The server answers. After a kill the old one's children may hold the data for a moment: tried again."""

        def up():
            if not self.running.alive():
                self.running.start()
            return self.running.answers()

        assert wait_for(up, SERVER_SECONDS), self.running.log.read_text()

    def kill(self):
        """The server ends as in a crash."""
        self.running.kill()

    def stop(self):
        self.running.stop()

    def database(self, house):
        """Return a new database of a house, with its roles, migrated by the house's own migrations."""
        if house not in self._templates:
            self._templates[house] = self._migrated(house)
        database = self._unprepared(house, f"_{next(_numbers)}")
        database.prepare(copy_of=self._templates[house])
        return database

    def empty_database(self, house):
        """Return a new database of a house that no migration has seen."""
        database = self._unprepared(house, f"_{next(_numbers)}")
        database.prepare()
        return database

    def run(self, sql):
        """Run a statement as the superuser and return its rows, if it has any."""
        with as_superuser(self.admin_url) as cursor:
            cursor.execute(sql)
            return cursor.fetchall() if cursor.description else None

    def _migrated(self, house):
        database = self._unprepared(house, "_template")
        database.prepare()
        migrate(database.url(f"{house}_owner"), house)
        return database

    def _unprepared(self, house, variant):
        passwords = self._room.secrets.passwords(roles(house))
        return HouseDatabase(house=house, admin_url=self.admin_url, passwords=passwords, variant=variant)
