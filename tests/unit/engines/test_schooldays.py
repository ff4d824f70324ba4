"""What kind of day a date is, and counting in school days, in the autumn term of 2026."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from engines.schooldays import (
    BeyondCalendar,
    CalendarContradicts,
    Mark,
    MarkedDay,
    SchoolCalendar,
    Season,
    SeasonName,
    Term,
)

NATIONAL_DAY = tuple(
    MarkedDay(on=date(2026, 10, day), mark=Mark.HOLIDAY, name="国庆节") for day in range(1, 8)
)
SWAPPED_SATURDAY = MarkedDay(on=date(2026, 10, 10), mark=Mark.WORKDAY, name="国庆节调休", follows_weekday=3)
SWAPPED_SUNDAY = MarkedDay(on=date(2026, 9, 20), mark=Mark.WORKDAY, name="国庆节调休")
AUTUMN = Term(name="2026–2027学年第一学期", first=date(2026, 9, 1), last=date(2027, 1, 22))
SPRING = Term(name="2026–2027学年第二学期", first=date(2027, 3, 1), last=date(2027, 7, 2))
WINTER = Season(first=date(2026, 10, 1), season=SeasonName.WINTER, off_work_at=time(17))
SUMMER = Season(first=date(2027, 5, 1), season=SeasonName.SUMMER, off_work_at=time(17, 30))
CALENDAR = SchoolCalendar(
    terms=(AUTUMN, SPRING), marked=(*NATIONAL_DAY, SWAPPED_SATURDAY, SWAPPED_SUNDAY),
    provisional_from=date(2027, 1, 1), seasons=(WINTER, SUMMER),
)


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 9, 1), "school_day"),
        (date(2026, 9, 5), "weekend"),
        (date(2026, 10, 1), "holiday"),
        (date(2026, 10, 3), "holiday"),
        (date(2026, 10, 8), "school_day"),
        (date(2026, 10, 10), "school_day"),
        (date(2026, 10, 11), "weekend"),
        (date(2026, 8, 31), "vacation"),
        (date(2027, 1, 23), "vacation"),
        (date(2027, 2, 6), "vacation"),
        (date(2030, 9, 2), "vacation"),
    ],
)
def test_a_date_is_what_the_calendar_makes_of_it(day, kind):
    assert CALENDAR.kind_of(day) == kind


def test_a_swapped_day_in_vacation_is_no_school_day():
    summer = SchoolCalendar(terms=(AUTUMN,), marked=(MarkedDay(on=date(2026, 8, 29), mark=Mark.WORKDAY, name="调休"),))
    assert summer.kind_of(date(2026, 8, 29)) == "vacation"


def test_a_public_holiday_is_a_holiday_in_vacation_too():
    winter = SchoolCalendar(terms=(AUTUMN,), marked=(MarkedDay(on=date(2027, 2, 6), mark=Mark.HOLIDAY, name="春节"),))
    assert winter.kind_of(date(2027, 2, 6)) == "holiday"


def test_after_the_last_day_before_the_holidays_comes_the_first_day_after_them():
    assert CALENDAR.next_school_day(date(2026, 9, 30)) == date(2026, 10, 8)


def test_the_worked_saturday_counts_as_a_school_day():
    assert CALENDAR.next_school_day(date(2026, 10, 9)) == date(2026, 10, 10)
    assert CALENDAR.add_school_days(date(2026, 10, 8), 3) == date(2026, 10, 12)


def test_counting_crosses_the_winter_vacation():
    assert CALENDAR.next_school_day(date(2027, 1, 22)) == date(2027, 3, 1)
    assert CALENDAR.add_school_days(date(2027, 3, 1), -1) == date(2027, 1, 22)


def test_counting_from_a_weekend_begins_on_monday():
    assert CALENDAR.add_school_days(date(2026, 9, 5), 1) == date(2026, 9, 7)
    assert CALENDAR.add_school_days(date(2026, 9, 5), -1) == date(2026, 9, 4)
    assert CALENDAR.add_school_days(date(2026, 9, 5), 0) == date(2026, 9, 5)


def test_days_between_leave_out_the_first_and_take_in_the_last():
    assert CALENDAR.school_days_between(date(2026, 9, 30), date(2026, 10, 8)) == 1
    assert CALENDAR.school_days_between(date(2026, 10, 8), date(2026, 9, 30)) == -1
    assert CALENDAR.school_days_between(date(2026, 10, 1), date(2026, 10, 7)) == 0


def test_a_swapped_day_takes_the_timetable_of_the_day_it_stands_in_for():
    assert CALENDAR.timetable_weekday(date(2026, 10, 10)) == 3
    assert CALENDAR.timetable_weekday(date(2026, 10, 9)) == 5


def test_a_swapped_day_without_a_word_on_its_timetable_has_none():
    assert CALENDAR.is_school_day(date(2026, 9, 20))
    assert CALENDAR.timetable_weekday(date(2026, 9, 20)) is None


def test_a_day_without_school_has_no_timetable():
    assert CALENDAR.timetable_weekday(date(2026, 10, 1)) is None
    assert CALENDAR.timetable_weekday(date(2026, 9, 5)) is None


def test_a_year_whose_holidays_are_not_announced_works_by_weekdays_and_says_so():
    assert CALENDAR.is_school_day(date(2027, 5, 3))
    assert CALENDAR.is_provisional(date(2027, 5, 3))
    assert CALENDAR.is_provisional(date(2027, 1, 1))
    assert not CALENDAR.is_provisional(date(2026, 12, 31))
    assert not SchoolCalendar(terms=(AUTUMN,)).is_provisional(date(2027, 5, 3))


def test_a_season_holds_from_its_first_day_until_the_next_begins():
    assert CALENDAR.season_on(WINTER.first) == CALENDAR.season_on(SUMMER.first - timedelta(1)) == WINTER
    assert CALENDAR.season_on(SUMMER.first) == CALENDAR.season_on(date(2028, 12, 1)) == SUMMER


def test_before_the_first_season_and_where_none_is_known_nobody_has_said():
    assert CALENDAR.season_on(WINTER.first - timedelta(1)) is None
    assert SchoolCalendar(terms=(AUTUMN,)).season_on(WINTER.first) is None


@pytest.mark.parametrize(("day", "count"), [(date(2027, 7, 2), 1), (date(2026, 9, 1), -1), (date(2026, 9, 1), 1000)])
def test_a_day_beyond_the_known_terms_is_not_invented(day, count):
    with pytest.raises(BeyondCalendar, match="请先发布"):
        CALENDAR.add_school_days(day, count)


@pytest.mark.parametrize(
    "wrong",
    [
        {"terms": (Term(name="倒置", first=date(2026, 9, 1), last=date(2026, 8, 1)),)},
        {"terms": (AUTUMN, Term(name="重叠", first=date(2027, 1, 22), last=date(2027, 2, 1)))},
        {"terms": (AUTUMN,), "marked": (NATIONAL_DAY[0], NATIONAL_DAY[0])},
        {"terms": (AUTUMN,), "marked": (replace(SWAPPED_SATURDAY, follows_weekday=8),)},
        {"terms": (AUTUMN,), "marked": (replace(NATIONAL_DAY[0], follows_weekday=1),)},
        {"terms": (AUTUMN,), "seasons": (WINTER, replace(SUMMER, first=WINTER.first))},
        {"terms": (AUTUMN,), "seasons": (SUMMER, WINTER)},
    ],
)
def test_a_calendar_that_contradicts_itself_is_refused(wrong):
    with pytest.raises(CalendarContradicts):
        SchoolCalendar(**wrong)
