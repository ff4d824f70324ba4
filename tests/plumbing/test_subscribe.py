"""An event has one effect, a bad one stops nothing and is not lost, whatever dies in between."""

from datetime import date

import pytest

from contracts.homework.assignment import HomeworkWithdrawn
from plumbing import ids, parked
from tests.plumbing.conftest import QUEUE
from tests.plumbing.room import wait_for

pytestmark = pytest.mark.servers


def withdrawn(about=None):
    return HomeworkWithdrawn(
        assignment_id=about or ids.new_id(), class_id=ids.new_id(), teacher_id=ids.new_id(), subject="数学",
        day=date(2026, 11, 23),
    )


def drained(room):
    return lambda: room.depth(QUEUE) == 0


def test_an_event_takes_effect(room, publish, guardian):
    room.probe()
    event = withdrawn()
    publish(event, guardian)
    assert wait_for(room.effects, "the effect") == [event.assignment_id]


def test_an_event_delivered_five_times_takes_effect_once(room, publish, guardian):
    room.probe()
    event, same = withdrawn(), ids.new_id()
    for _ in range(5):
        publish(event, guardian, message_id=same)
    last = withdrawn()
    publish(last, guardian)
    wait_for(lambda: last.assignment_id in room.effects(), "the last event")
    assert sorted(room.effects()) == sorted([event.assignment_id, last.assignment_id])


def test_an_event_takes_effect_once_though_its_house_is_killed_in_the_middle_of_it(room, publish, guardian):
    event = withdrawn()
    first = room.probe({event.assignment_id: "kills"})
    publish(event, guardian)
    wait_for(lambda: first.process.poll() is not None, "the house to be killed")
    assert room.effects() == []
    room.probe({event.assignment_id: "kills"})
    assert wait_for(room.effects, "the effect") == [event.assignment_id]


def test_what_is_in_hand_is_finished_when_the_house_is_told_to_stop(room, publish, guardian):
    events = [withdrawn() for _ in range(5)]
    probe = room.probe({event.assignment_id: "slow" for event in events})
    for event in events:
        publish(event, guardian)
    wait_for(lambda: room.database.value(
        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%%pg_sleep(1)%%' AND state = 'active'") > 1, "work")
    assert probe.terminate() == 0
    assert len(room.effects()) + room.depth(QUEUE) == 5
    assert len(room.effects()) >= 1


POISON = {
    "raises": ({}, "KeyError"),
    "is not JSON": ({"body": b"{"}, "信封或内容无法读取"),
    "is nested a hundred thousand deep": ({"body": b"[" * 100_000}, "信封或内容无法读取"),
    "has another content type": ({"content_type": "text/plain"}, "内容类型不是"),
    "has no envelope": ({"headers": {"ce-type": 5}}, "信封或内容无法读取"),
    "is of an unknown type": ({"headers": {"ce-type": "homework.eaten.v1"}}, "目录中没有的类型或版本"),
    "is of an unknown version": ({"headers": {"ce-type": "homework.withdrawn.v9"}}, "目录中没有的类型或版本"),
    "lacks fields": ({"body": b"{}"}, "字段有误"),
    "names another school than its address": ({"headers": {"ce-school": ids.new_id()}}, "信封与投递地址不符"),
    "speaks of another thing than its envelope": ({"headers": {"ce-subject": ids.new_id()}}, "信封与内容不是同一事物"),
    "has no number": ({"headers": {"ce-sequence": "first"}}, "信封的编号、序号、时间或范围有误"),
}


def test_poison_is_parked_with_its_reason_while_five_hundred_good_events_flow(room, publish, guardian):
    bad = withdrawn()
    room.probe({bad.assignment_id: "raises"})
    good = [withdrawn() for _ in range(500)]
    spoiled = list(POISON.values())
    for number, event in enumerate(good):
        publish(event, guardian)
        if number % 50 == 0 and spoiled:
            publish(bad, guardian, **spoiled.pop(0)[0])
    for spoil, _ in spoiled:
        publish(bad, guardian, **spoil)
    wait_for(lambda: len(room.effects()) == 500 and room.depth("parked.notify") == len(POISON), "all to be settled")
    assert sorted(room.effects()) == sorted(event.assignment_id for event in good)
    told = parked.look(room.operator, "notify")
    assert {t.queue for t in told} == {QUEUE}
    for _, reason in POISON.values():
        assert any(t.reason.startswith(reason) for t in told), f"{reason} in {[t.reason for t in told]}"


def test_a_parked_event_takes_effect_once_after_the_fix_however_often_it_is_replayed(room, publish, guardian):
    event = withdrawn()
    broken = room.probe({event.assignment_id: "raises"})
    publish(event, guardian)
    wait_for(lambda: room.depth("parked.notify") == 1, "the event to be parked")
    broken.terminate()
    room.probe()
    assert parked.replay(room.operator, "notify") == 1
    assert wait_for(room.effects, "the effect") == [event.assignment_id]
    assert room.depth("parked.notify") == 0
    assert parked.replay(room.operator, "notify") == 0


def test_a_refusal_is_parked_too_and_leaves_no_trace(room, publish, guardian):
    event = withdrawn()
    room.probe({event.assignment_id: "refuses"})
    publish(event, guardian)
    wait_for(lambda: room.depth("parked.notify") == 1, "the event to be parked")
    assert room.effects() == []
    assert room.database.value("SELECT count(*) FROM inbox") == 0


def test_no_log_line_quotes_a_parked_body(room, publish, guardian):
    event, secret = withdrawn(), "王小明13800138000"
    probe = room.probe({event.assignment_id: "raises"})
    publish(event, guardian, body=f'{{"name": "{secret}"'.encode())
    publish(event, guardian)
    wait_for(lambda: room.depth("parked.notify") == 2, "both to be parked")
    probe.terminate()
    log = probe.log.read_text(encoding="utf-8")
    assert "event parked" in log
    assert "王小明" not in log and "13800138000" not in log and "\\u738b" not in log


def test_an_event_waits_on_the_ladder_while_the_database_is_out_of_reach(room, publish, guardian):
    room.probe()
    event = withdrawn()
    room.database.connection.autocommit = False
    room.database.run("LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE")
    publish(event, guardian)
    wait_for(lambda: room.depth("retry.notify.5s") == 1, "the event to wait for its second try")
    room.database.connection.commit()
    room.database.connection.autocommit = True
    assert wait_for(room.effects, "the effect of the second try") == [event.assignment_id]
