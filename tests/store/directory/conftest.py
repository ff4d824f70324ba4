"""Each test has a district of its own: once in memory, once in PostgreSQL."""

from functools import partial

import pytest

from plumbing import clock
from plumbing.database import Database
from plumbing.house import House
from plumbing.sealing import Vault, make_keys
from services.directory.store import DirectoryUnit
from tests.store.directory.memory import MemoryStore
from tests.store.directory.real import RealStore
from tests.store.directory.stage import Stage


@pytest.fixture(scope="session")
def directory_database(database_of):
    return database_of("directory")


@pytest.fixture(scope="session")
def directory_keys():
    return make_keys()


@pytest.fixture(scope="session")
def directory_house(directory_database, directory_keys):
    database = Database(directory_database.url("directory"))
    yield House(service="directory", unit=partial(DirectoryUnit, vault=Vault(directory_keys)), database=database)
    database.engine.dispose()


@pytest.fixture(scope="session")
def directory_inspector(directory_database):
    """Return the database as its owner sees it."""
    database = Database(directory_database.url("directory_owner"), pool_size=1)
    yield database
    database.engine.dispose()


@pytest.fixture(scope="session")
def real_store(directory_house, directory_inspector):
    return RealStore(directory_house, directory_inspector)


@pytest.fixture(params=["memory", pytest.param("postgresql", marks=pytest.mark.servers)])
def store(request):
    return MemoryStore() if request.param == "memory" else request.getfixturevalue("real_store")


@pytest.fixture
def stage(store):
    return Stage(store)


@pytest.fixture
def real_stage(real_store):
    return Stage(real_store)


@pytest.fixture
def later(monkeypatch):
    """Return how to let time pass."""

    def pass_by(seconds):
        monkeypatch.setenv("QINGFU_CLOCK_OFFSET_SECONDS", str(clock.offset_seconds() + seconds))

    return pass_by
