"""A house in which anything has ever happened is nobody's to fill with a demo district."""

from contextlib import closing

import psycopg2
import pytest

from ops.up.arrival import Arrival


@pytest.fixture
def directory(fresh_database):
    return fresh_database("directory")


def happened(directory):
    with closing(Arrival(databases={"directory": directory})) as arrival:
        return not arrival.nothing_ever_happened("directory")


def test_a_new_house_is_empty(directory):
    assert not happened(directory)


def test_a_house_that_has_forgotten_its_old_events_is_not_empty(directory):
    connection = psycopg2.connect(directory.inside_admin_url)
    with connection, connection.cursor() as cursor:
        cursor.execute("INSERT INTO stream VALUES (gen_random_uuid(), 1)")
    connection.close()
    assert happened(directory)
