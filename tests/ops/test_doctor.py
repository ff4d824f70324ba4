"""The doctor names what is not well and what repairs it."""

from datetime import timedelta

import pika
import psycopg2

from ops.doctor import broker as broker_check
from ops.doctor import databases as database_check
from ops.doctor import jobs as job_check
from ops.doctor import processes as process_check
from ops.pidfile import PidFile, of_this_process
from plumbing import topology

NO_OFFSET = timedelta(0)
GONE = PidFile(name="homework", pid=4_000_000, identity="another boot:1", stop_signal=15)


def about(findings):
    return {finding.about: finding.repair for finding in findings if not finding.well}


def test_a_queue_nobody_takes_from_is_named_with_the_process_that_should(fresh_vhost):
    found = about(broker_check.look(fresh_vhost().operator_url))
    assert found["notify.messages"] == "bin/qingfu kill notify（会自动重新启动）"
    assert found["rpc-homework"] == "bin/qingfu kill homework（会自动重新启动）"


def test_parked_events_are_counted_and_their_reasons_pointed_to(fresh_vhost):
    vhost = fresh_vhost()
    connection = pika.BlockingConnection(pika.URLParameters(vhost.operator_url))
    connection.channel().basic_publish(topology.parked("notify"), "", b"?")
    connection.close()
    assert "parked replay notify" in about(broker_check.look(vhost.operator_url))["parked.notify"]


def test_a_missing_queue_is_found(fresh_vhost):
    vhost = fresh_vhost()
    connection = pika.BlockingConnection(pika.URLParameters(vhost.operator_url))
    connection.channel().queue_delete("notify.facts")
    connection.close()
    assert "make run" in about(broker_check.look(vhost.operator_url))["notify.facts"]


def test_a_broker_that_is_away_is_one_finding_not_many():
    [finding] = broker_check.look("amqp://operator:pw@127.0.0.1:1/")
    assert "没有应答" in finding.words


def test_a_healthy_database_needs_nothing(fresh_database):
    [finding] = database_check.look({"notify": fresh_database("notify")}, NO_OFFSET)
    assert finding.well


def test_events_that_wait_for_their_relay_are_counted(fresh_database):
    database = fresh_database("notify")
    announce(database, "occurred_at", "now() - interval '5 minutes'")
    assert about(database_check.look({"notify": database}, NO_OFFSET)) == {
        "notify 发件": "bin/qingfu kill notify-relay（会自动重新启动）"
    }


def test_in_a_house_whose_clock_is_moved_the_wait_is_counted_by_its_clock(fresh_database):
    database = fresh_database("notify")
    announce(database, "occurred_at", "now() + interval '39 days'")
    assert about(database_check.look({"notify": database}, timedelta(days=39))) == {}


def test_events_no_queue_would_take_are_counted(fresh_database):
    database = fresh_database("notify")
    announce(database, "unroutable_at", "now()")
    assert "make run" in about(database_check.look({"notify": database}, NO_OFFSET))["notify 发件"]


def announce(database, column, value):
    connection = psycopg2.connect(database.inside_admin_url)
    with connection, connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO outbox (message_id, type, subject, sequence, correlation_id, body) VALUES"
            " (gen_random_uuid(), 'notify.message_read.v1', gen_random_uuid(), 1, 'test', '{}')"
        )
        cursor.execute(f"UPDATE outbox SET {column} = {value}")
    connection.close()


def test_a_job_that_nobody_takes_up_is_found_with_the_process_that_should(fresh_database):
    database = fresh_database("notify")
    assert list(job_check.look({"notify": database})) == []
    for held_until, state in (("-1 hour", "queued"), ("-1 minute", "queued"), ("1 minute", "running")):
        ask(database, held_until, state)
    [finding] = job_check.look({"notify": database})
    assert finding.about == "notify 任务 chore"
    assert finding.words == "1 个没有人做，最早的已等 1:00:00"
    assert "kill notify-worker" in finding.repair


def ask(database, held_until, state):
    connection = psycopg2.connect(database.inside_admin_url)
    with connection, connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO job (school_id, job_id, kind, state, actor, request_id, arguments, held_until) VALUES"
            " (gen_random_uuid(), gen_random_uuid(), 'chore', %s, jsonb_build_object('person_id', gen_random_uuid()),"
            " '', '{}', now() + %s)", (state, held_until),
        )
    connection.close()


def test_a_process_that_is_gone_is_named_with_its_log(tmp_path):
    GONE.write(tmp_path)
    assert "var/log/homework.log" in about(process_check.look(("homework",), tmp_path, held_up=False))["homework"]


def test_a_process_held_up_by_its_servers_is_not_to_be_killed(tmp_path):
    unready = of_this_process("homework")
    PidFile(**{**vars(unready), "health_port": 1}).write(tmp_path)
    assert "kill" in about(process_check.look(("homework",), tmp_path, held_up=False))["homework"]
    assert "kill" not in about(process_check.look(("homework",), tmp_path, held_up=True))["homework"]
