"""The gateway before houses in memory, and people who use it."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from gateway.app import create_app
from gateway.session import Sessions
from gateway.settings import Settings
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.person import Person


class Switch:
    """The gateway's way to the houses; each test puts its own behind it, so that templates are compiled once."""

    def __init__(self) -> None:
        self.houses = InMemoryHouses()

    def call(self, *asked: Any, **more: Any) -> Any:
        return self.houses.call(*asked, **more)


class News:
    """Whether the gateway would hear of an ended session in time."""

    def __init__(self) -> None:
        self.fresh = True


_SWITCH, _NEWS = Switch(), News()


@pytest.fixture
def houses() -> InMemoryHouses:
    _SWITCH.houses = InMemoryHouses()
    return _SWITCH.houses


@pytest.fixture
def news() -> News:
    _NEWS.fresh = True
    return _NEWS


@pytest.fixture(scope="session")
def sessions() -> Sessions:
    return Sessions(fresh=lambda: _NEWS.fresh)


@pytest.fixture(scope="session")
def _gateway(sessions: Sessions) -> Iterator[Flask]:
    made = create_app(Settings(secret_key="only for tests", threads=4), client=_SWITCH, sessions=sessions)
    yield made
    made.extensions["qingfu"].close()


@pytest.fixture
def app(_gateway: Flask, houses: InMemoryHouses, news: News) -> Flask:
    return _gateway


@pytest.fixture
def somebody(app: Flask) -> Person:
    return Person(app)


@pytest.fixture
def teacher(app: Flask) -> Person:
    return Person(app).signed_in("wang")


@pytest.fixture
def colleague(app: Flask) -> Person:
    return Person(app).signed_in("zhao")


@pytest.fixture
def mother(app: Flask) -> Person:
    return Person(app).signed_in("li")


@pytest.fixture
def father(app: Flask) -> Person:
    return Person(app).signed_in("chen")


@pytest.fixture
def principal(app: Flask) -> Person:
    return Person(app).signed_in("sun")
