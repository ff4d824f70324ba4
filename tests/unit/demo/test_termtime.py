"""The demo's calendar: a term around any day, and the state's holidays as far as they are announced."""

from datetime import date

from demo.termtime import calendar_around
from engines.schooldays import DayKind, Mark
from tests.unit.demo.conftest import SUNDAY


def test_any_day_lies_in_a_term_that_goes_on(today):
    calendar = calendar_around(today)
    assert any(term.holds(today) for term in calendar.terms)
    assert calendar.next_school_day(today) > today


def test_a_worked_saturday_has_school_by_the_timetable_of_the_day_given_off():
    calendar = calendar_around(date(2026, 10, 10))
    assert calendar.is_school_day(date(2026, 10, 10))
    assert calendar.timetable_weekday(date(2026, 10, 10)) == 3
    assert calendar.timetable_weekday(date(2026, 9, 20)) == 2


def test_the_national_holiday_is_free():
    calendar = calendar_around(SUNDAY)
    assert {calendar.kind_of(date(2026, 10, day)) for day in range(1, 8)} == {DayKind.HOLIDAY}


def test_after_the_last_announced_year_only_what_the_law_fixes_is_marked_and_the_rest_is_provisional():
    calendar = calendar_around(date(2026, 12, 31))
    assert calendar.provisional_from == date(2027, 1, 1)
    assert calendar.kind_of(date(2027, 1, 1)) is DayKind.HOLIDAY
    assert calendar.next_school_day(date(2026, 12, 31)) == date(2027, 1, 4)
    unannounced = [mark for mark in calendar.marked if calendar.is_provisional(mark.on)]
    assert {mark.mark for mark in unannounced} == {Mark.HOLIDAY}


def test_a_calendar_of_announced_years_is_not_provisional():
    assert calendar_around(date(2024, 4, 1)).provisional_from is None


def test_every_day_of_every_term_is_in_winter_or_in_summer(today):
    calendar = calendar_around(today)
    assert all(calendar.season_on(day) for term in calendar.terms for day in term.days())


def test_people_go_home_half_an_hour_earlier_in_winter():
    calendar = calendar_around(SUNDAY)
    said = [calendar.season_on(date(2026, month, day)) for month, day in ((4, 30), (5, 1), (9, 30), (10, 1))]
    assert [(one.season, one.off_work_at.strftime("%H:%M")) for one in said] == [
        ("winter", "17:00"), ("summer", "17:30"), ("summer", "17:30"), ("winter", "17:00"),
    ]
