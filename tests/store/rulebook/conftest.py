"""Each test has a district of its own: once in memory, once in PostgreSQL."""

import pytest

from plumbing.database import Database
from plumbing.house import House
from plumbing.ids import new_id
from services.rulebook.store import RulebookUnit
from tests.store.rulebook.fake import FakeStore
from tests.store.rulebook.office import Officer
from tests.store.rulebook.real import RealStore
from tests.store.rulebook.stage import Stage


@pytest.fixture(scope="session")
def rulebook_database(database_of):
    return database_of("rulebook")


@pytest.fixture(scope="session")
def rulebook_house(rulebook_database):
    database = Database(rulebook_database.url("rulebook"))
    yield House(service="rulebook", unit=RulebookUnit, database=database)
    database.engine.dispose()


@pytest.fixture(scope="session")
def rulebook_inspector(rulebook_database):
    """Return the database as its owner sees it."""
    database = Database(rulebook_database.url("rulebook_owner"), pool_size=1)
    yield database
    database.engine.dispose()


@pytest.fixture
def real_store(rulebook_house, rulebook_inspector):
    return RealStore(rulebook_house, rulebook_inspector)


@pytest.fixture(params=["fake", pytest.param("real", marks=pytest.mark.servers)])
def stage(request):
    """Return a new district, in memory or in PostgreSQL."""
    return Stage(request.getfixturevalue("real_store") if request.param == "real" else FakeStore())


@pytest.fixture
def school_id():
    return new_id()


@pytest.fixture
def office(stage, school_id):
    return Officer(stage, school_id)


@pytest.fixture
def principal(stage, school_id):
    return Officer(stage, school_id)
