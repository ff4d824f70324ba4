"""Each test has a school of its own: once in memory, once in PostgreSQL."""

import pytest

from contracts.actor import Role
from plumbing.database import Database
from plumbing.house import House
from services.enrolment.store import EnrolmentUnit
from tests.store.enrolment import cast
from tests.store.enrolment.fake import FakeStore
from tests.store.enrolment.real import RealStore
from tests.store.enrolment.stage import Stage


@pytest.fixture(scope="session")
def enrolment_database(database_of):
    return database_of("enrolment")


@pytest.fixture(scope="session")
def enrolment_house(enrolment_database):
    database = Database(enrolment_database.url("enrolment"))
    yield House(service="enrolment", unit=EnrolmentUnit, database=database)
    database.engine.dispose()


@pytest.fixture(scope="session")
def enrolment_inspector(enrolment_database):
    """Return the database as its owner sees it."""
    database = Database(enrolment_database.url("enrolment_owner"), pool_size=1)
    yield database
    database.engine.dispose()


@pytest.fixture
def real_school(enrolment_house, enrolment_inspector):
    """Return how a new school comes to be in PostgreSQL."""
    return lambda **options: Stage(RealStore(enrolment_house, enrolment_inspector), **options)


@pytest.fixture(params=["fake", pytest.param("real", marks=pytest.mark.servers)])
def school(request):
    """Return how a new school comes to be, in memory or in PostgreSQL."""
    if request.param == "real":
        return request.getfixturevalue("real_school")
    return lambda **options: Stage(FakeStore(), **options)


@pytest.fixture
def school_without_chain(school):
    return school(chain=False)


@pytest.fixture
def stage(school):
    return school()


@pytest.fixture
def principal(stage):
    return stage.employ(cast.staff(stage.school_id, Role.PRINCIPAL))


@pytest.fixture
def office(stage):
    return stage.employ(cast.staff(stage.school_id, Role.AFTER_SCHOOL_OFFICE))


@pytest.fixture
def asked(stage):
    """A family that has asked for care on two days and for the choir, and what it asked for."""
    stage.offer(cast.care())
    choir, guardian = stage.offer(cast.club(capacity=1)), stage.family()
    return lambda **options: (guardian, stage.apply(guardian, **{"care": (1, 2), "club": choir.offering_id, **options}))
