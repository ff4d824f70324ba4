"""An event has one effect, a bad one stops nothing and is not lost, whatever dies in between."""

from datetime import date

from contracts.homework.assignment import HomeworkWithdrawn
from plumbing import ids, parked
from tests.plumbing.conftest import QUEUE
from tests.plumbing.workshop import look, wait_for


def withdrawn(about=None):
    return HomeworkWithdrawn(
        assignment_id=about or ids.new_id(), class_id=ids.new_id(), teacher_id=ids.new_id(), subject="数学",
        day=date(2026, 11, 23),
    )


def drained(workshop):
    return lambda: workshop.depth(QUEUE) == 0


def test_an_event_takes_effect(workshop, publish, guardian):
    workshop.probe()
    event = withdrawn()
    publish(event, guardian)
    assert wait_for(workshop.effects, "the effect") == [event.assignment_id]


def test_an_event_delivered_five_times_takes_effect_once(workshop, publish, guardian):
    workshop.probe()
    event, same = withdrawn(), ids.new_id()
    for _ in range(5):
        publish(event, guardian, message_id=same)
    last = withdrawn()
    publish(last, guardian)
    wait_for(lambda: last.assignment_id in workshop.effects(), "the last event")
    assert sorted(workshop.effects()) == sorted([event.assignment_id, last.assignment_id])


def test_an_event_takes_effect_once_though_its_house_is_killed_in_the_middle_of_it(workshop, publish, guardian):
    event = withdrawn()
    first = workshop.probe({event.assignment_id: "kills"})
    publish(event, guardian)
    wait_for(lambda: first.process.poll() is not None, "the house to be killed")
    assert workshop.effects() == []
    workshop.probe({event.assignment_id: "kills"})
    assert wait_for(workshop.effects, "the effect") == [event.assignment_id]


def test_what_is_in_hand_is_finished_when_the_house_is_told_to_stop(workshop, publish, guardian):
    events = [withdrawn() for _ in range(5)]
    probe = workshop.probe({event.assignment_id: "slow" for event in events})
    for event in events:
        publish(event, guardian)
    wait_for(lambda: workshop.database.value(
        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%%pg_sleep(1)%%' AND state = 'active'") > 1, "work")
    assert probe.terminate() == 0
    assert len(workshop.effects()) + workshop.depth(QUEUE) == 5
    assert len(workshop.effects()) >= 1


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


def test_poison_is_parked_with_its_reason_while_five_hundred_good_events_flow(workshop, publish, guardian):
    bad = withdrawn()
    workshop.probe({bad.assignment_id: "raises"})
    good = [withdrawn() for _ in range(500)]
    spoiled = list(POISON.values())
    for number, event in enumerate(good):
        publish(event, guardian)
        if number % 50 == 0 and spoiled:
            publish(bad, guardian, **spoiled.pop(0)[0])
    for spoil, _ in spoiled:
        publish(bad, guardian, **spoil)
    wait_for(lambda: len(workshop.effects()) == len(good), "every good event to take effect")
    wait_for(lambda: workshop.depth("parked.notify") == len(POISON), "every bad one to be parked")
    assert sorted(workshop.effects()) == sorted(event.assignment_id for event in good)
    told = parked.look(workshop.operator, "notify")
    assert {t.queue for t in told} == {QUEUE}
    for _, reason in POISON.values():
        assert any(t.reason.startswith(reason) for t in told), f"{reason} in {[t.reason for t in told]}"


def test_a_parked_event_takes_effect_once_after_the_fix_however_often_it_is_replayed(workshop, publish, guardian):
    event = withdrawn()
    broken = workshop.probe({event.assignment_id: "raises"})
    publish(event, guardian)
    wait_for(lambda: workshop.depth("parked.notify") == 1, "the event to be parked")
    broken.terminate()
    workshop.probe()
    assert parked.replay(workshop.operator, "notify") == 1
    assert wait_for(workshop.effects, "the effect") == [event.assignment_id]
    assert workshop.depth("parked.notify") == 0
    assert parked.replay(workshop.operator, "notify") == 0


def test_a_refusal_is_parked_too_and_leaves_no_trace(workshop, publish, guardian):
    event = withdrawn()
    workshop.probe({event.assignment_id: "refuses"})
    publish(event, guardian)
    wait_for(lambda: workshop.depth("parked.notify") == 1, "the event to be parked")
    assert workshop.effects() == []
    assert workshop.database.value("SELECT count(*) FROM inbox") == 0


def test_no_log_line_quotes_a_parked_body(workshop, publish, guardian):
    event, secret = withdrawn(), "王小明13800138000"
    probe = workshop.probe({event.assignment_id: "raises"})
    publish(event, guardian, body=f'{{"name": "{secret}"'.encode())
    publish(event, guardian)
    wait_for(lambda: workshop.depth("parked.notify") == 2, "both to be parked")
    probe.terminate()
    log = probe.log.read_text(encoding="utf-8")
    assert "event parked" in log
    assert "王小明" not in log and "13800138000" not in log and "\\u738b" not in log


def test_an_event_waits_on_the_ladder_while_the_database_is_out_of_reach(workshop, publish, guardian):
    probe = workshop.probe()
    event = withdrawn()
    workshop.database.connection.autocommit = False
    workshop.database.run("LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE")
    publish(event, guardian)
    retried = f'qingfu_events_total{{outcome="retried",queue="{QUEUE}"}}'
    wait_for(lambda: retried in look(probe.port, "/metrics"), "its first try to be given up")
    workshop.database.connection.commit()
    workshop.database.connection.autocommit = True
    assert wait_for(workshop.effects, "the effect of a later try") == [event.assignment_id]
    assert workshop.depth("parked.notify") == 0
