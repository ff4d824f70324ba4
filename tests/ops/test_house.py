"""The whole house under its operator's commands: it says how it is, heals, and comes back with its data."""

import urllib.request

import pika
import pytest
from click.testing import CliRunner

from ops import commands
from ops.databases import as_superuser
from ops.running import wait_for
from plumbing import topology

HEALING_SECONDS = 60


@pytest.fixture
def qingfu(house_up, monkeypatch):
    """Return a function that runs a command beside the house."""
    monkeypatch.setenv("QINGFU_VAR", str(house_up.places.var))

    def run(*words):
        done = CliRunner().invoke(commands.qingfu, words)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output

    return run


def heals(qingfu):
    """Say whether everything is well again within a minute, nobody having repaired anything."""
    return wait_for(lambda: qingfu("doctor")[0] == 0, HEALING_SECONDS)


def test_every_process_is_ready(house_up, qingfu):
    code, said = qingfu("status")
    assert code == 0
    assert said.count("就绪") == len(set(house_up.state.processes) - {"postgres", "broker", "epmd"})
    assert house_up.address in said


def test_a_healthy_house_is_found_healthy(qingfu):
    code, said = qingfu("doctor")
    assert code == 0, said
    assert "✗" not in said


def test_every_part_killed_at_the_same_moment_comes_back_and_all_is_well_again(house_up, qingfu):
    before = {name: house_up.pid_file(name)["pid"] for name in house_up.state.processes}
    assert all(qingfu("kill", name)[0] == 0 for name in before)
    assert heals(qingfu), qingfu("doctor")[1]
    assert not [name for name, pid in before.items() if house_up.pid_file(name)["pid"] == pid]


def test_no_house_is_ended_because_the_broker_was_killed(house_up, qingfu):
    houses = ["directory", "rulebook", "homework", "enrolment", "notify", "gateway"]
    before = {name: house_up.pid_file(name)["pid"] for name in houses}
    qingfu("kill", "broker")
    assert heals(qingfu), qingfu("doctor")[1]
    assert {name: house_up.pid_file(name)["pid"] for name in houses} == before


def test_killing_what_does_not_run_says_what_does(qingfu):
    code, said = qingfu("kill", "kitchen")
    assert code == 1
    assert "homework-relay" in said


def test_data_are_not_deleted_while_the_house_runs(house_up, qingfu):
    code, said = qingfu("reset")
    assert code == 1
    assert "系统正在运行" in said
    assert urllib.request.urlopen(f"{house_up.address}readyz", timeout=10).status == 200


def test_a_second_house_beside_it_is_refused(qingfu):
    code, said = qingfu("up")
    assert code == 1
    assert "系统正在运行" in said


def test_stopped_and_started_again_it_has_its_data_and_generates_no_second_district(house_up, qingfu):
    def events():
        return [_count(house_up, house) for house in sorted(house_up.databases)]

    before, made = events(), (house_up.places.demo / "cards.json").stat().st_mtime_ns
    assert qingfu("down") == (0, "已停止。\n")
    house_up.running.stop()
    house_up.start()
    assert events() == before
    assert (house_up.places.demo / "cards.json").stat().st_mtime_ns == made
    assert qingfu("doctor")[0] == 0


def _count(house_up, house):
    with as_superuser(house_up.databases[house].inside_admin_url) as cursor:
        cursor.execute("SELECT count(*) FROM outbox")
        return cursor.fetchone()[0]


def test_the_houses_queues_are_empty_and_attended_once_it_is_ready(house_up):
    connection = pika.BlockingConnection(pika.URLParameters(house_up.amqp_url()))
    channel = connection.channel()
    for part in topology.parts():
        if isinstance(part, topology.Queue) and part.name.endswith(".facts"):
            found = channel.queue_declare(part.name, passive=True).method
            assert (found.message_count, found.consumer_count) == (0, 1), part.name
    connection.close()


def test_an_audit_counts_every_place_anew_and_says_what_a_counter_has_wrong(house_up, qingfu):
    code, said = qingfu("audit", "places")
    assert (code, "全部相符" in said) == (0, True), said
    with as_superuser(house_up.state.databases["enrolment"].inside_admin_url) as cursor:
        cursor.execute(
            "UPDATE offering SET taken = taken + 1 WHERE offering_id ="
            " (SELECT offering_id FROM offering WHERE taken = 0 AND capacity > 1 ORDER BY 1 LIMIT 1)"
            " RETURNING offering_id"
        )
        [offering_id] = cursor.fetchone()
        try:
            code, said = qingfu("audit", "places")
            assert code != 0
            assert f"offering {offering_id}: the counter says 1, 0 places are given" in said
        finally:
            cursor.execute("UPDATE offering SET taken = 0 WHERE offering_id = %s", (offering_id,))
    assert qingfu("audit", "places")[0] == 0
