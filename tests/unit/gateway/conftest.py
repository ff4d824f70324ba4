"""The gateway before houses in memory, and people who use it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from contracts.event import Event
from contracts.received import Received
from gateway.app import create_app
from gateway.outside.confirming import Confirming
from gateway.outside.registered import read
from gateway.public_pages import PublicPages
from gateway.school import schools_known
from gateway.session import Sessions
from gateway.settings import Settings
from plumbing import clock, testimony
from tests.outside.provider import Fake, provider, registered
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.outside import DISTRICT as CODE
from tests.unit.gateway.houses.outside import PRIVATE_KEY
from tests.unit.gateway.houses.people import DISTRICT, SCHOOL_ID
from tests.unit.gateway.person import HTTPS, Person


class Switch:
    """The gateway's way to the houses; each test puts its own behind it, so that templates are compiled once."""

    def __init__(self) -> None:
        self.houses = InMemoryHouses()

    def call(self, *asked: Any, **more: Any) -> Any:
        return self.houses.call(*asked, **more)


class News:
    """Whether the gateway would hear in time of an ended session, or of a piece that was published."""

    def __init__(self) -> None:
        self.fresh = True


_SWITCH, _NEWS = Switch(), News()
_PAGES = PublicPages(fresh=lambda: _NEWS.fresh)


def told(event: Event, school_id: str | None = SCHOOL_ID, district_id: str | None = DISTRICT) -> Received:
    """Return an event of the little school as a listener gets it."""
    return Received(
        event=event, message_id="1", sequence=1, occurred_at=clock.now(), district_id=district_id, school_id=school_id,
        request_id="1", queue="listen",
    )


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
    settings = Settings(secret_key="only for tests", threads=4)
    made = create_app(settings, client=_SWITCH, sessions=sessions, public_pages=_PAGES)
    yield made
    made.extensions["qingfu"].close()


@pytest.fixture
def app(_gateway: Flask, houses: InMemoryHouses, news: News) -> Flask:
    vars(_PAGES).update(vars(PublicPages(fresh=lambda: _NEWS.fresh)))  # as on the first day
    parts = _gateway.extensions["qingfu"]
    _gateway.extensions["qingfu"] = replace(parts, schools=schools_known())
    houses.hearers.append(lambda event: _PAGES.hear(told(event)))
    return _gateway


@pytest.fixture(scope="session")
def _fake() -> Iterator[Fake]:
    with provider() as fake:
        yield fake


@pytest.fixture
def fake(_fake: Fake) -> Fake:
    """WeCom and DingTalk, as on the first day."""
    vars(_fake).update(vars(Fake(address=_fake.address)))
    return _fake


@pytest.fixture
def offer(app: Flask) -> Iterator[Callable[..., None]]:
    """Return a function that lets the operator's document say what is offered, and how long a provider may take."""
    parts, every = app.extensions["qingfu"], []

    def by(document: str, seconds: float = 30) -> None:
        every.append(Confirming(read(document), sign=lambda said: testimony.signed(said, PRIVATE_KEY), seconds=seconds))
        app.extensions["qingfu"] = replace(parts, confirming=every[-1])

    yield by
    app.extensions["qingfu"] = parts
    for made in every:
        made.close()


@pytest.fixture
def both_offered(offer: Callable[[str], None], fake: Fake) -> None:
    """WeCom and DingTalk are ways in, for members."""
    offer(registered(fake, address=HTTPS, district=CODE))


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


@pytest.fixture
def after_school_office(app: Flask) -> Person:
    return Person(app).signed_in("he")


@pytest.fixture
def office(app: Flask) -> Person:
    return Person(app).signed_in("wu")
