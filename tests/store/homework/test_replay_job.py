"""A replay by the worker's own process, from the office's command to what it reads."""

import os
import socket

import pytest

from contracts.actor import Role
from contracts.homework.replay import ASK_REPLAY, AskReplay, ReadReplay, ReplayedLayer
from contracts.job import JobState
from plumbing.caller import Caller
from plumbing.database import Database
from plumbing.house import House
from plumbing.ids import new_id
from services.homework.application.replays.asking import ask_replay, read_replay
from services.homework.store import HomeworkUnit
from tests.plumbing.workshop import Process, answers_ready, wait_for
from tests.store.homework.real import RealStore
from tests.unit.homework import cast
from tests.unit.homework.stage import Stage


@pytest.fixture(scope="module")
def database(module_database):
    return module_database("homework")


@pytest.fixture(scope="module")
def worker(database, tmp_path_factory):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ, "QINGFU_DATABASE_URL": database.url("homework"),
        "QINGFU_DATABASE_URL_SWEEP": database.url("homework_sweep"), "QINGFU_HEALTH_PORT": str(port),
    }
    process = Process(("-m", "services.homework", "work"), environment, tmp_path_factory.mktemp("work") / "log")
    wait_for(lambda: answers_ready(port), process.log)
    yield process
    process.stop()


@pytest.fixture(scope="module")
def house(database):
    opened = Database(database.url("homework"))
    yield House(service="homework", unit=HomeworkUnit, database=opened)
    opened.engine.dispose()


@pytest.fixture
def office(house, worker):
    stage = Stage(RealStore(house, inspector=None)).knows_its_rules()
    for minutes in (20, 40):
        stage.publish(minutes, day=stage.in_days(minutes))
    caller = Caller(actor=stage.staff(Role.PRINCIPAL), call=ASK_REPLAY.name, request_id="test", key=new_id())

    def finds(*norms):
        ask = AskReplay(
            layer=ReplayedLayer.SCHOOL, norms=norms, first=stage.in_days(-200), last=stage.in_days(60)
        )
        replay_id = house.command(ask_replay, ask, caller)["replay_id"]
        assert house.command(ask_replay, ask, caller)["replay_id"] == replay_id, "the same key asks once"

        def ended():
            found = house.query(read_replay, ReadReplay(replay_id=replay_id), caller)
            return found if found.job.ended_at else None

        return wait_for(ended, worker.log)

    return finds


def test_what_the_office_asks_for_is_found_by_the_worker_and_kept(office):
    found = office(cast.cap(30, layer="school"))
    assert (found.job.state, found.job.steps_done, found.job.steps_total) == (JobState.DONE, 261, 261)
    assert (found.result.pieces, found.result.flips.refused) == (2, 1)
    assert [one.minutes for one in found.result.examples] == [40]


def test_what_cannot_be_judged_fails_with_the_reason_and_no_result(office):
    found = office(cast.cap(30, layer="school", seasons=["winter"]))
    assert (found.job.state, found.job.code, found.result) == (JobState.FAILED, "invalid_request", None)
    assert "季节" in found.job.words
