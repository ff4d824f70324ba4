"""The rush on one class day: 200 pieces of 20 minutes at once, by 12 teachers, through two processes (H1, H2)."""

import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from contracts.errors import RuleRefused, ServiceError, Unavailable
from contracts.homework.assignment import PUBLISH, READ, HomeworkPublished, ReadAssignment
from ops.program import Program
from ops.ready import says_ready
from ops.running import Running
from plumbing.database import Database
from plumbing.house import House
from plumbing.ids import new_id
from plumbing.passport import PassportOffice
from plumbing.rpc_client import RpcClient
from services.homework.store import HomeworkUnit
from tests.store.homework.real import RealStore
from tests.unit.homework import cast
from tests.unit.homework.stage import Stage

TEACHERS, PUBLICATIONS, MINUTES, PROCESSES, CALLERS, PATIENCE = 12, 200, 20, 2, 50, 30


@pytest.fixture
def stage(homework):
    database, inspector = Database(homework.url("homework")), Database(homework.url("homework_owner"), pool_size=1)
    store = RealStore(House(service="homework", unit=HomeworkUnit, database=database), inspector)
    yield Stage(store).knows_its_rules()
    database.engine.dispose()
    inspector.engine.dispose()


@pytest.fixture
def homework(fresh_database):
    return fresh_database("homework")


@pytest.fixture
def vhost(fresh_vhost):
    return fresh_vhost()


@pytest.fixture
def processes(room, homework, vhost):
    """Two processes of the house, both ready."""
    started = [_serving(room, homework, vhost, number) for number in range(PROCESSES)]
    for process in started:
        process.wait_until_answers(PATIENCE)
    yield started
    for process in started:
        process.stop()


def _serving(room, homework, vhost, number):
    port = next(room.ports)
    process = Running(Program(
        name=f"rush-{number}", command=(sys.executable, "-m", "services.homework", "serve"),
        answers=lambda: says_ready(port), health_port=port,
        environment={
            "QINGFU_DATABASE_URL": homework.url("homework"), "QINGFU_AMQP_URL": vhost.url("homework"),
            "QINGFU_PASSPORT_PUBLIC_KEY": room.secrets.passport_keys()[1], "QINGFU_HEALTH_PORT": str(port),
        },
    ), room.places)
    process.start()
    return process


@pytest.fixture
def client(room, vhost):
    client = RpcClient(vhost.url("gateway"), PassportOffice(room.secrets.passport_keys()[0]))
    yield client
    client.close()


def publish(client, stage, teacher):
    """Publish as a patient teacher does: where nothing happened, once more by the same key."""
    ask = cast.publication(
        class_id=stage.class_id, day=stage.in_days(1), minutes=MINUTES, subject=teacher.grants[0].subject
    )
    key = new_id()
    for _ in range(PATIENCE):
        try:
            return client.call(PUBLISH, ask, teacher, request_id="rush", key=key, timeout=PATIENCE)
        except Unavailable:
            continue
        except ServiceError as refusal:
            return refusal
    return Unavailable()


def test_of_two_hundred_publications_for_one_day_of_sixty_minutes_exactly_three_stand(processes, client, stage):
    teachers = [stage.teacher(f"学科{number}") for number in range(TEACHERS)]
    with ThreadPoolExecutor(CALLERS) as callers:
        outcomes = list(callers.map(
            lambda number: publish(client, stage, teachers[number % TEACHERS]), range(PUBLICATIONS)
        ))
    assert Counter(type(outcome).__name__ for outcome in outcomes) == {"Published": 3, "RuleRefused": PUBLICATIONS - 3}
    refusals = [outcome for outcome in outcomes if isinstance(outcome, RuleRefused)]
    for refusal in refusals:
        assert [finding["limit"] for finding in refusal.details["findings"]] == [60]
    published = {outcome.assignment_id for outcome in outcomes if not isinstance(outcome, ServiceError)}
    shown = stage.shown()
    assert {piece.assignment_id for piece in shown.assignments} == published
    assert (shown.budget.used_minutes, shown.budget.left_minutes) == (60, 0)
    assert {news.assignment_id for news in stage.news() if isinstance(news, HomeworkPublished)} == published
    for assignment_id in published:
        read = client.call(READ, ReadAssignment(assignment_id=assignment_id), stage.staff(), request_id="rush")
        assert (read.state, read.minutes) == ("published", MINUTES)
