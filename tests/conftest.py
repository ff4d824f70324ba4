"""What every test may ask for: the servers and the house of `tests/servers`, and a clock set to another day."""

import gc
import os
from datetime import date

import pytest
import structlog
from hypothesis import settings

from plumbing import clock
from tests.servers.fixtures import (  # noqa: F401
    broker,
    database_of,
    database_server,
    fresh_database,
    fresh_vhost,
    house_up,
    module_database,
    module_vhost,
    room,
    secured,
)
from tests.sharing import ByHouse, house_of
from tests.stack import on_one_piece

structlog.configure(processors=[
    structlog.contextvars.merge_contextvars, structlog.processors.add_log_level,
    structlog.processors.format_exc_info, structlog.processors.KeyValueRenderer(),
])
"""What a test that fails shows of the log: plain, for colours and variables of each error cost more than the tests."""

_OFFSET = "QINGFU_CLOCK_OFFSET_SECONDS"


def pytest_addoption(parser):
    parser.addoption("--today", type=date.fromisoformat, help="run the suite with its clock set to this day")
    parser.addoption("--seed", type=int, help="draw the moments of tests/torture from this seed again")
    parser.addoption("--rounds", type=int, default=1, help="how often tests/torture kills every process")
    parser.addoption("--durable", action="store_true", help="let the suite's PostgreSQL wait for the disk")
    parser.addoption("--examples", type=int, default=25, help="try every law on so many examples")
    parser.addoption("--write-matrix", action="store_true", help="write down anew who may do what")


def pytest_configure(config):
    """Set the clock before anything reads it; processes that tests start inherit it.

    Laws are tried without a clock: a busy machine is no counter-example. A gate tries the same examples every time;
    everybody else tries new ones, and so finds what the gate does not.
    """
    config.addinivalue_line("markers", "browser: needs Debian's chromium")
    config.addinivalue_line("markers", "portable: starts the house from a fresh copy of the checkout (slow)")
    if today := config.getoption("--today"):
        days = (today - clock.today()).days
        os.environ[_OFFSET] = str(clock.offset_seconds() + days * 86_400)
    settings.register_profile(
        "qingfu", deadline=None, max_examples=config.getoption("--examples"), derandomize="CI" in os.environ
    )
    settings.load_profile("qingfu")


def pytest_collection_modifyitems(items):
    """Mark what needs servers or the whole house, by the fixtures it asks for: `make unit` leaves those out.

    What shares a house begins first: it takes longest.
    """
    items.sort(key=lambda item: house_of(item.nodeid) is None)
    for item in items:
        item.runtest = on_one_piece(item.runtest)
        if "house_up" in item.fixturenames:
            item.add_marker(pytest.mark.house)
        if {"database_server", "broker", "small_house"} & set(item.fixturenames):
            item.add_marker(pytest.mark.servers)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Let `--dist loadscope` mean our own parts."""
    return ByHouse(config, log) if config.getvalue("dist") == "loadscope" else None


@pytest.fixture(scope="session")
def browser():
    """Debian's chromium, one for the whole suite: two at a time cannot be driven from one thread."""
    from tests.browser.browsing import chromium  # noqa: PLC0415 - most parts of the suite need no browser

    with chromium() as started:
        yield started


def pytest_collection_finish():
    """What has been collected stays to the end: no search for rubbish looks through it again."""
    gc.freeze()
