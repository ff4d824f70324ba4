"""A process that lives without working is ended, unless what it stands on is away."""

import sys

from ops.places import Places
from ops.program import Program
from ops.running import wait_for
from ops.up.supervisor import Supervisor
from ops.up.watch import Watch
from tests.ops.conftest import PATIENCE
from tests.ops.small_house import WAITS


def house(name="homework", answers=lambda: False):
    return Program(name=name, command=(), answers=answers)


def broker(answers):
    return Program(name="broker", command=(), answers=answers, foundation=True)


def test_a_house_that_does_not_answer_is_seen():
    watch = Watch([house()])
    watch.look()
    assert watch.unready_for("homework") > 0


def test_a_house_that_answers_again_is_forgiven():
    answers = [False, True]
    watch = Watch([house(answers=lambda: answers.pop(0))])
    watch.look()
    watch.look()
    assert watch.unready_for("homework") == 0


def test_while_the_broker_is_away_no_house_is_held_unready():
    answers = [True, False, True]
    watch = Watch([broker(lambda: answers.pop(0)), house()])
    watch.look()
    watch.look()
    assert watch.unready_for("homework") == 0, "its time stops while the broker is away"
    watch.look()
    assert watch.unready_for("homework") > 0, "and begins anew when it is back"


def test_while_somebody_elses_database_is_away_no_house_is_held_unready():
    watch = Watch([house()], outside=[lambda: False])
    watch.look()
    assert watch.unready_for("homework") == 0


def test_while_the_broker_raises_an_alarm_no_house_is_held_unready_and_the_operator_hears_of_it_once():
    alarms, told = ["内存不足", "内存不足", ""], []
    watch = Watch([house()], alarm=lambda: alarms.pop(0), tell=told.append)
    watch.look()
    watch.look()
    assert watch.unready_for("homework") == 0
    assert told == ["内存不足"]
    watch.look()
    assert watch.unready_for("homework") > 0, "its time begins when the alarm is over"
    assert told == ["内存不足", "消息服务器恢复接收消息"]


def test_a_server_that_does_not_answer_is_seen_although_others_stand_on_it():
    watch = Watch([broker(lambda: False)])
    watch.look()
    assert watch.unready_for("broker") > 0


def test_a_process_that_runs_but_does_not_work_is_started_again(tmp_path):
    places, told = Places(tmp_path), []
    deaf = Program(
        name="homework", command=(sys.executable, "-c", WAITS), answers=lambda: False, patience_seconds=0.1
    )
    supervisor = Supervisor(places, told.append, stop_seconds=3)
    supervisor.add(deaf)
    supervisor.watch(every=0.05)
    try:
        assert wait_for(lambda: supervisor.look() or len(told) >= 2, PATIENCE)
    finally:
        supervisor.stop()
    assert told[0] == "homework 0.1 秒不能工作，正在重新启动"
    assert told[1].startswith("homework 被信号 SIGTERM 结束")
