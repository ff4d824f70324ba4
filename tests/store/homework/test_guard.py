"""The guard of a class's day: the one statement that decides, whatever anybody judged before."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from engines.policy import Counter, counters_of
from ops.running import wait_for
from plumbing.scope import Scope
from services.homework.store import HomeworkUnit
from tests.unit.homework.memory_unit import EMPTY

COUNTERS = [counter.key for counter in Counter.every()]
FORTY = counters_of(written=True, at_home=True, typical_minutes=40, longest_minutes=40)


def add(stage, change, caps):
    """Add to the day of the stage's class; say whether it was let through."""
    return stage.store.ask(
        lambda unit, _: unit.add_minutes(stage.class_id, stage.in_days(1), {**EMPTY, **change}, caps), None, stage.maths
    )


def standing(stage):
    """Return the minutes of the day."""
    days = stage.store.ask(lambda unit, _: unit.class_days(stage.in_days(1), [stage.class_id]), None, stage.maths)
    return days[0].minutes


@pytest.mark.parametrize("counter", COUNTERS)
def test_every_counter_stops_at_its_own_cap_whatever_the_others_allow(new_stage, counter):
    assert add(new_stage, {counter: 60}, {counter: 60})
    assert not add(new_stage, {counter: 1}, {counter: 60})
    assert standing(new_stage) == {**EMPTY, counter: 60}


@pytest.mark.parametrize("counter", COUNTERS)
def test_one_full_counter_keeps_all_the_others_from_growing(new_stage, counter):
    every = dict.fromkeys(COUNTERS, 10)
    assert not add(new_stage, every, {**dict.fromkeys(COUNTERS, 60), counter: 9})
    assert standing(new_stage) == EMPTY


def test_a_counter_without_a_cap_only_counts(new_stage):
    assert add(new_stage, dict.fromkeys(COUNTERS, 500), {})
    assert set(standing(new_stage).values()) == {500}


@pytest.mark.parametrize("change", [0, -5])
def test_a_counter_that_does_not_grow_is_never_stopped_even_past_its_cap(new_stage, change):
    add(new_stage, {"written_total_average": 60}, {})
    assert add(new_stage, {"written_total_average": change, "all_total_average": 5}, {"written_total_average": 10})
    assert standing(new_stage)["written_total_average"] == 60 + change


def test_two_days_and_two_classes_have_nothing_to_do_with_each_other(new_stage):
    other_class = new_stage.open_class(grade=3, number=3)
    add(new_stage, FORTY, {})
    days = new_stage.store.ask(lambda unit, _: unit.class_days(new_stage.in_days(2)), None, new_stage.maths)
    assert [day.minutes for day in days] == [EMPTY, EMPTY]
    days = new_stage.store.ask(lambda unit, _: unit.class_days(new_stage.in_days(1)), None, new_stage.maths)
    assert {day.class_id: day.minutes for day in days} == {new_stage.class_id: FORTY, other_class: EMPTY}


def test_of_two_that_come_together_the_second_waits_and_counts_what_the_first_has_added(
    new_real_stage, homework_house, homework_inspector
):
    stage = new_real_stage
    scope = Scope(district_id=stage.district_id, school_id=stage.school_id)

    def waits():
        with homework_inspector.begin(Scope()) as connection:
            waiting = "SELECT true FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'"
            return connection.exec_driver_sql(waiting).first()

    with ThreadPoolExecutor(1) as colleague:
        with homework_house.database.begin(scope) as connection:
            mine = HomeworkUnit(connection, scope=scope, request_id="test")
            assert mine.add_minutes(stage.class_id, stage.in_days(1), FORTY, {"all_total_average": 60})
            theirs = colleague.submit(add, stage, FORTY, {"all_total_average": 60})
            assert wait_for(waits, 10)
        assert theirs.result(10) is False
    assert standing(stage) == FORTY
