"""Each test has a school of its own: once in memory, once in PostgreSQL."""

import pytest

from plumbing.database import Database
from plumbing.house import House
from services.homework.store import HomeworkUnit
from tests.store.homework.real import RealStore
from tests.unit.homework.memory import MemoryStore
from tests.unit.homework.stage import Stage


@pytest.fixture(scope="session")
def homework_database(database_of):
    return database_of("homework")


@pytest.fixture(scope="session")
def homework_house(homework_database):
    database = Database(homework_database.url("homework"))
    yield House(service="homework", unit=HomeworkUnit, database=database)
    database.engine.dispose()


@pytest.fixture(scope="session")
def homework_inspector(homework_database):
    """Return the database as its owner sees it."""
    database = Database(homework_database.url("homework_owner"), pool_size=1)
    yield database
    database.engine.dispose()


@pytest.fixture(scope="session")
def real_store(homework_house, homework_inspector):
    return RealStore(homework_house, homework_inspector)


@pytest.fixture(params=["memory", pytest.param("postgresql", marks=pytest.mark.servers)])
def store(request):
    return MemoryStore() if request.param == "memory" else request.getfixturevalue("real_store")


@pytest.fixture
def new_stage(store):
    """Return a stage that knows no rules yet."""
    return Stage(store)


@pytest.fixture
def new_real_stage(real_store):
    """Return a stage on PostgreSQL that knows no rules yet."""
    return Stage(real_store)


@pytest.fixture
def stage(new_stage):
    return new_stage.knows_its_rules()
