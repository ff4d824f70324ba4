"""A piece that is too much for its day is offered the next school day that takes all of it."""

from datetime import date, timedelta

import pytest

from contracts.directory.calendar import Mark, MarkedDay
from contracts.errors import RuleRefused
from contracts.homework.assignment import Practice


@pytest.fixture
def days(stage):
    """Return the school days of the week after the day that homework is set for here."""
    ahead = [stage.in_days(1) + timedelta(n) for n in range(1, 8)]
    return [day for day in ahead if day.weekday() < 5]


def offered(refusal):
    (finding, *_) = refusal.value.details["findings"]
    return [(offer["value"], offer["words"]) for offer in finding["offers"] if offer["field"] == "day"]


def refused(stage, minutes=30, **said):
    with pytest.raises(RuleRefused) as refusal:
        stage.publish(minutes, **said)
    return offered(refusal)


def test_the_next_school_day_is_offered_with_what_is_left_there(stage, days):
    stage.publish(60)
    stage.publish(37, day=days[0])
    first, second, *_ = days
    assert refused(stage, 20) == [(first.isoformat(), words(first, 23))]
    assert refused(stage, 24) == [(second.isoformat(), words(second, 60))]


def test_a_day_without_school_is_passed_over(stage, days):
    stage.calendar(MarkedDay(on=days[0], mark=Mark.HOLIDAY, name="放假"), sequence=2)
    stage.publish(60)
    assert refused(stage) == [(days[1].isoformat(), words(days[1], 60))]


def test_what_no_day_of_the_week_takes_is_offered_none(stage):
    assert refused(stage, 61) == []


def test_a_piece_that_is_refused_for_another_reason_is_not_sent_to_another_day(stage):
    stage.publish(60)
    assert refused(stage, practices=(Practice.PUNITIVE,)) == []


def test_a_teacher_who_is_still_typing_is_told_as_well(stage, days):
    stage.publish(60)
    (finding,) = stage.judge(minutes=30, day=stage.in_days(1)).findings
    assert [offer.value for offer in finding.offers if offer.field == "day"] == [days[0].isoformat()]


def words(day: date, left: int) -> str:
    return f"改到周{'一二三四五'[day.weekday()]}（{day.month}月{day.day}日，还可布置 {left} 分钟）"
