"""A broker short of memory lives and answers, but takes no messages: the operator is told, and no house is blamed."""

import sys
from contextlib import closing

import pytest

from ops.alarm import Alarm
from ops.doctor import broker as broker_check
from ops.places import Places
from ops.program import Program
from ops.running import wait_for
from ops.servers.rabbitmq import OPERATOR
from ops.up.supervisor import Supervisor
from tests.ops.conftest import PATIENCE
from tests.ops.small_house import WAITS


@pytest.fixture
def alarm(broker):
    with closing(Alarm(broker.url(OPERATOR))) as alarm:
        yield alarm


def test_a_broker_that_takes_messages_raises_no_alarm(alarm):
    assert not alarm.words()


def test_an_alarm_is_said_with_what_to_do_and_is_over_when_it_is_over(alarm, broker):
    with broker.out_of_memory():
        assert wait_for(alarm.words, PATIENCE)
        assert "内存不足：请给这台机器让出内存" in alarm.words()
    assert wait_for(lambda: not alarm.words(), PATIENCE)


def test_an_alarm_that_stood_before_anybody_asked_is_seen_too(alarm, broker):
    with broker.out_of_memory():
        assert "内存不足" in alarm.words()


def test_a_broker_that_is_away_raises_no_alarm():
    assert not Alarm("amqp://operator:pw@127.0.0.1:1/").words()


def test_the_doctor_says_what_is_short(broker):
    with broker.out_of_memory():
        found = [finding for finding in broker_check.look(broker.url(OPERATOR)) if "内存不足" in finding.words]
    assert [finding.repair[:10] for finding in found] == ["请给这台机器让出内存"]


def test_while_the_broker_takes_no_messages_an_unready_house_is_left_alone(alarm, broker, tmp_path):
    looks, told = [], []

    def counted():
        looks.append(alarm.words())
        return looks[-1]

    deaf = Program(
        name="homework", command=(sys.executable, "-c", WAITS), answers=lambda: False, patience_seconds=0.1
    )
    supervisor = Supervisor(Places(tmp_path), told.append, alarm=counted, stop_seconds=3)
    with broker.out_of_memory():
        supervisor.add(deaf)
        supervisor.watch(every=0.05)
        try:
            assert wait_for(lambda: supervisor.look() or len(looks) > 20, PATIENCE)
            assert [line[:14] for line in told] == ["消息服务器暂不接收消息，内存"]
        finally:
            supervisor.stop()
