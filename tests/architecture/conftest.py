"""The database of each house, migrated as the house itself does it, asked as its superuser."""

from dataclasses import dataclass

import pytest

from contracts.catalogue import HOUSES
from ops.databases import as_superuser


@dataclass(frozen=True, kw_only=True)
class Migrated:
    """`name` is the house and its role; `url` the superuser's address."""

    name: str
    url: str

    def ask(self, sql, *values):
        """Return the rows of an answer."""
        with as_superuser(self.url) as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall()

    def one(self, sql, *values):
        """Return the one value of an answer."""
        [(value,)] = self.ask(sql, *values)
        return value

    def every(self, sql, *values):
        """Return the values of an answer of one column."""
        return {value for (value,) in self.ask(sql, *values)}

    def tables(self):
        """Return {table: kind}."""
        return dict(self.ask(
            "SELECT relname, obj_description(oid) FROM pg_class"
            " WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
        ))

    def of_kind(self, kind):
        """Return the tables that declare this kind."""
        return [table for table, declared in self.tables().items() if declared == kind]


@pytest.fixture(scope="module", params=HOUSES)
def house(request, database_of):
    """The database of each house in turn."""
    return Migrated(name=request.param, url=database_of(request.param).inside_admin_url)
