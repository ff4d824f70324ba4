"""The house, its people and their phones."""

import os

import pytest

from tests.journeys.people import People
from tests.journeys.phone import Phone
from tests.journeys.pictures import PICTURES, Album
from tests.journeys.trouble import Trouble


@pytest.fixture(scope="session")
def people(house_up):
    """Who is who in the demo district."""
    return People(house_up.places)


@pytest.fixture
def phone(house_up, browser):
    """Return a function: a phone of its own for somebody, or for a visitor who is not signed in."""
    phones = []

    def of(someone=None, *, scripts=True):
        phones.append(Phone(browser, house_up.address, scripts=scripts))
        return phones[-1].sign_in(someone) if someone else phones[-1]

    yield of
    for each in phones:
        each.put_away()


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def scripts(request):
    """Say whether the browsers of the story run scripts."""
    return request.param


@pytest.fixture
def picture():
    """Return a function that keeps a picture of a page for the guide; without QINGFU_PICTURES=1 none is taken."""
    return Album(PICTURES if os.environ.get("QINGFU_PICTURES") == "1" else None).take


@pytest.fixture
def trouble(house_up):
    """What befalls the house; afterwards it is well again."""
    trouble = Trouble(house_up)
    yield trouble
    trouble.heals()
