"""The gateway from outside: a real port, Debian's chromium, houses in memory behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.browser.serving import served
from tests.unit.gateway.conftest import _gateway, app, houses, news, sessions  # noqa: F401

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the browser: `make unit` leaves it out."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture
def address(app: Flask) -> Iterator[str]:  # noqa: F811
    with served(app) as found:
        yield found
