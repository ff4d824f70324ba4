"""Each house's own worker runs, and forgets what the house has declared."""

from datetime import timedelta

import pytest

from contracts.catalogue import HOUSES
from plumbing import ids
from tests.plumbing.conftest import free_port
from tests.plumbing.workshop import Database, Process, answers_ready, wait_for

LONG_AGO, LATELY, SOON = timedelta(days=401), timedelta(days=6), -timedelta(hours=1)


@pytest.fixture
def working(fresh_database, tmp_path):
    """Return a function: a house's database, and how its worker begins."""
    opened, processes = [], []

    def of(house):
        database = fresh_database(house)
        opened.append(Database(database.inside_admin_url))

        def begin():
            port = free_port()
            settings = {
                "QINGFU_DATABASE_URL": database.url(house), "QINGFU_DATABASE_URL_SWEEP": database.url(f"{house}_sweep"),
                "QINGFU_HEALTH_PORT": str(port),
            }
            processes.append(Process(["-m", f"services.{house}", "work"], settings, tmp_path / f"{house}.log"))
            wait_for(lambda: answers_ready(port), "the worker to be ready")
            return processes[-1]

        return opened[-1], begin

    yield of
    for process in processes:
        process.stop()
    for database in opened:
        database.close()


@pytest.mark.parametrize("house", HOUSES)
def test_a_houses_worker_begins_and_ends_when_it_is_told(working, house):
    _, begin = working(house)
    worker = begin()
    assert worker.terminate() == 0
    assert "sweep failed" not in worker.log.read_text()


def test_directory_forgets_sessions_that_are_over_and_tries_that_are_not_remembered(working):
    database, begin = working("directory")
    district, person = ids.new_id(), ids.new_id()
    database.run("INSERT INTO person (district_id, person_id, name) VALUES (%s, %s, '')", district, person)
    database.run("INSERT INTO account VALUES ('login', %s, %s, '')", person, district)
    session(database, person, "ended long ago", ended=LONG_AGO, expires=SOON)
    session(database, person, "expired long ago", ended=None, expires=LONG_AGO)
    session(database, person, "ended lately", ended=LATELY, expires=SOON)
    session(database, person, "open", ended=None, expires=SOON)
    for name, forgotten in (("forgotten", LATELY), ("remembered", SOON)):
        database.run("INSERT INTO tries VALUES (%s, 1, qingfu.now(), qingfu.now() - %s, false)", name, forgotten)
    begin()
    wait_for(lambda: said(database, "convert_from(name, 'UTF8')", "tries") == {"remembered"}, "tries to be forgotten")
    assert said(database, "convert_from(secret, 'UTF8')", "session") == {"ended lately", "open"}


def session(database, person, secret, *, ended, expires):
    database.run(
        "INSERT INTO session VALUES"
        " (gen_random_uuid(), %s, %s, qingfu.now(), qingfu.now() - %s, qingfu.now() - CAST(%s AS interval))",
        secret, person, expires, ended,
    )


def said(database, column, table):
    return {row[0] for row in database.run(f"SELECT {column} FROM {table}")}


def test_notify_forgets_what_was_announced_more_than_a_school_year_ago_with_its_messages(working):
    database, begin = working("notify")
    school = ids.new_id()
    for cause, age in (("of long ago", LONG_AGO), ("of this year", timedelta(days=364))):
        announcement = ids.new_id()
        database.run(
            "INSERT INTO announcement VALUES (%s, %s, %s, %s, 'class_guardians', %s, NULL, '{}', qingfu.now() - %s)",
            school, announcement, cause, ids.new_id(), ids.new_id(), age,
        )
        database.run(
            "INSERT INTO message (school_id, announcement_id, person_id, pupil_ids, sent_at)"
            " VALUES (%s, %s, gen_random_uuid(), '{}', qingfu.now() - %s)", school, announcement, age,
        )
    begin()
    wait_for(lambda: said(database, "cause", "announcement") == {"of this year"}, "the old one to be forgotten")
    assert database.value("SELECT count(*) FROM message") == 1
