"""What need not be kept is forgotten in its time, and nothing else; two workers do not do it twice."""

from datetime import timedelta

import pytest

from plumbing import clock, ids
from plumbing.sweeps.common import PUBLISHED_KEPT, RECEIVED_KEPT
from tests.plumbing.workshop import look, wait_for

LATER = timedelta(days=31)


def count(workshop, table, condition="true"):
    return workshop.database.value(f"SELECT count(*) FROM {table} WHERE {condition}")


def event(workshop, column, age):
    """Write an event that has been `column` for so long."""
    workshop.database.run(
        "INSERT INTO outbox (message_id, type, subject, sequence, correlation_id, body)"
        " VALUES (gen_random_uuid(), 'test', gen_random_uuid(), 1, '', '')"
    )
    if column:
        workshop.database.run(
            f"UPDATE outbox SET {column} = qingfu.now() - %s WHERE published_at IS NULL AND unroutable_at IS NULL", age
        )


def fill(workshop):
    """Write a young and an old row of everything that is forgotten."""
    for age in (timedelta(days=1), timedelta(days=36)):
        run, school, person = workshop.database.run, ids.new_id(), ids.new_id()
        event(workshop, "published_at", age)
        run("INSERT INTO inbox VALUES ('queue', gen_random_uuid(), qingfu.now() - %s)", age)
        run("INSERT INTO idempotency VALUES (%s, %s, 'k', 'c', '', NULL, NULL, qingfu.now() - %s)", school, person, age)
        file_id = ids.new_id()
        run(
            "INSERT INTO job_file VALUES (%s, %s, %s, 'text/plain', 1, %s, true, qingfu.now() - %s)",
            school, file_id, person, "0" * 64, age,
        )
        run("INSERT INTO job_piece VALUES (%s, %s, 0, 'x')", school, file_id)
        run(
            "INSERT INTO job (school_id, job_id, kind, state, actor, request_id, arguments, input_file_id, ended_at)"
            " VALUES (%s, gen_random_uuid(), 'chore', 'done', jsonb_build_object('person_id', %s), '', '{}', %s,"
            " qingfu.now() - %s)", school, person, file_id, age,
        )


TABLES = ("outbox", "inbox", "idempotency", "job", "job_file", "job_piece")


def test_what_is_old_is_forgotten_and_what_is_young_stays(workshop):
    fill(workshop)
    workshop.worker()
    wait_for(lambda: [count(workshop, table) for table in TABLES] == [1] * len(TABLES), "the old rows to be gone")


def test_a_job_outlives_its_file(workshop):
    fill(workshop)
    workshop.database.run("UPDATE job_file SET kept_at = qingfu.now() - interval '8 days'")
    workshop.worker()
    wait_for(lambda: count(workshop, "job_file") == 0, "the files to be gone")
    assert count(workshop, "job", "input_file_id IS NULL") == 1


def test_an_event_that_has_not_gone_out_is_never_forgotten(workshop):
    event(workshop, "unroutable_at", timedelta(days=400))
    event(workshop, "published_at", timedelta(days=400))
    event(workshop, None, None)
    workshop.database.run("UPDATE outbox SET occurred_at = qingfu.now() - interval '400 days'")
    workshop.worker()
    wait_for(lambda: count(workshop, "outbox", "published_at IS NOT NULL") == 0, "the published one to be gone")
    assert count(workshop, "outbox") == 2


def test_a_job_that_has_not_ended_is_never_forgotten(workshop):
    fill(workshop)
    workshop.database.run("UPDATE job SET state = 'queued', ended_at = NULL, kind = 'unknown', asked_at = '2020-01-01'")
    workshop.worker()
    wait_for(lambda: count(workshop, "inbox") == 1, "the sweeps to have run")
    assert count(workshop, "job") == 2


def test_the_house_forgets_by_its_own_clock(workshop):
    event(workshop, "published_at", timedelta(days=1))
    worker = workshop.worker(QINGFU_CLOCK_OFFSET_SECONDS=str(clock.offset_seconds() + int(LATER.total_seconds())))
    wait_for(lambda: count(workshop, "outbox") == 0, "the event to be gone a month later")
    wait_for(lambda: 'qingfu_swept_total{service="notify",table="outbox"} 1.0' in look(worker.port, "/metrics"), "it")
    assert '"event": "swept"' in worker.log.read_text()


def test_much_is_forgotten_in_small_batches(workshop):
    workshop.database.run(
        "INSERT INTO inbox"
        " SELECT 'queue', gen_random_uuid(), qingfu.now() - interval '40 days' FROM generate_series(1, 2500)"
    )
    workshop.worker()
    wait_for(lambda: count(workshop, "inbox") == 0, "all of it to be gone")


def test_only_one_of_two_workers_sweeps_and_the_other_takes_over_when_it_dies(workshop):
    first, second = workshop.worker(), workshop.worker()
    event(workshop, "published_at", timedelta(days=400))
    assert count(workshop, "outbox") == 1, "the second one does not sweep at its start"
    first.kill()
    wait_for(lambda: count(workshop, "outbox") == 0, "the second one to take over")
    assert second.process.poll() is None


def test_a_sweep_that_fails_holds_up_no_other(workshop):
    fill(workshop)
    workshop.database.run("REVOKE DELETE ON outbox FROM notify_sweep")
    worker = workshop.worker()
    wait_for(lambda: count(workshop, "inbox") == 1, "the next sweep to have run")
    workshop.database.run("GRANT DELETE ON outbox TO notify_sweep")
    assert "sweep failed" in worker.log.read_text()


def test_what_can_still_be_sent_again_is_still_known_where_it_was_received():
    assert RECEIVED_KEPT > PUBLISHED_KEPT


@pytest.mark.parametrize("table", ["stream", "audit", "message"])
def test_what_stays_cannot_even_be_deleted_by_the_sweeps_role(workshop, table):
    assert not workshop.database.value("SELECT has_table_privilege('notify_sweep', %s, 'DELETE')", table)
