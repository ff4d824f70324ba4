"""The demo's documents for the days a demo may be opened on."""

from datetime import date
from functools import cache

import pytest

from demo.documents import documents

SUNDAY = date(2026, 11, 22)
DAYS = {
    "a Sunday": SUNDAY,
    "a worked Saturday": date(2026, 10, 10),
    "the last day of the year": date(2026, 12, 31),
    "a winter vacation": date(2027, 2, 3),
    "a summer vacation": date(2027, 8, 20),
    "a year not yet announced": date(2029, 5, 8),
}


@cache
def of(today):
    return documents(today)


@pytest.fixture(params=DAYS.values(), ids=DAYS.keys())
def today(request):
    return request.param


@pytest.fixture
def demo(today):
    return of(today)


@pytest.fixture
def district():
    return of(SUNDAY)["directory.json"]
