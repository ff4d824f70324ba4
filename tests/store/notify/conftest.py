"""Each test has a school of its own: once in memory, once in PostgreSQL."""

import pytest

from plumbing.database import Database
from plumbing.house import House
from services.notify.store import NotifyUnit
from tests.store.notify.fake import FakeStore
from tests.store.notify.real import RealStore
from tests.store.notify.stage import Stage


@pytest.fixture(scope="session")
def notify_database(database_of):
    return database_of("notify")


@pytest.fixture(scope="session")
def notify_house(notify_database):
    database = Database(notify_database.url("notify"))
    yield House(service="notify", unit=NotifyUnit, database=database)
    database.engine.dispose()


@pytest.fixture(scope="session")
def notify_inspector(notify_database):
    """Return the database as its owner sees it."""
    database = Database(notify_database.url("notify_owner"), pool_size=1)
    yield database
    database.engine.dispose()


@pytest.fixture
def real_school(notify_house, notify_inspector):
    """Return how a new school comes to be in PostgreSQL."""
    return lambda: Stage(RealStore(notify_house, notify_inspector))


@pytest.fixture(params=["fake", pytest.param("real", marks=pytest.mark.servers)])
def school(request):
    """Return how a new school comes to be, in memory or in PostgreSQL."""
    return request.getfixturevalue("real_school") if request.param == "real" else lambda: Stage(FakeStore())


@pytest.fixture
def stage(school):
    return school()
