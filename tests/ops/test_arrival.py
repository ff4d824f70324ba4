"""Counting what has arrived asks each database many times: over one connection, and never without a limit."""

from contextlib import closing

import psycopg2
import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import Pool

from contracts.catalogue import HOUSES
from ops.up.arrival import Arrival


@pytest.fixture
def databases(fresh_database):
    return {house: fresh_database(house) for house in HOUSES}


@pytest.fixture
def opened():
    """Every connection that a pool opens."""
    connections = []

    def keep(connection, _):
        connections.append(connection)

    event.listen(Pool, "connect", keep)
    yield connections
    event.remove(Pool, "connect", keep)


def test_in_empty_houses_nothing_waits_and_nothing_is_missing(databases):
    with closing(Arrival(databases=databases)) as arrival:
        assert (arrival.waiting(), arrival.missing()) == (0, 0)


def test_asked_again_and_again_it_opens_no_more_connections(databases, opened):
    with closing(Arrival(databases=databases)) as arrival:
        for _ in range(10):
            arrival.waiting(), arrival.missing()
    assert len(opened) <= 2 * len(HOUSES)
    assert all(connection.closed for connection in opened)


def test_it_waits_for_no_lock_without_a_limit(databases):
    with closing(psycopg2.connect(databases["directory"].inside_admin_url)) as other, other.cursor() as cursor:
        cursor.execute("LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE")
        with closing(Arrival(databases=databases)) as arrival, pytest.raises(OperationalError, match="lock timeout"):
            arrival.waiting()
