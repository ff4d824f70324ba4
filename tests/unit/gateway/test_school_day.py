"""The day a form starts with."""

from datetime import date

from contracts.directory.calendar import Calendar, Mark, MarkedDay, Term
from gateway.pages.school_day import first_school_day

AUTUMN = Term(name="第一学期", first=date(2026, 9, 1), last=date(2027, 1, 29))
NATIONAL_DAY = tuple(MarkedDay(on=date(2026, 10, n), mark=Mark.HOLIDAY, name="国庆节") for n in range(1, 8))
MADE_UP = MarkedDay(on=date(2026, 10, 10), mark=Mark.WORKDAY, name="国庆节调休", follows_weekday=3)
CALENDAR = Calendar(terms=(AUTUMN,), marked=(*NATIONAL_DAY, MADE_UP))


def test_a_school_day_is_itself() -> None:
    assert first_school_day(CALENDAR, date(2026, 9, 30)) == date(2026, 9, 30)


def test_a_weekend_leads_to_monday() -> None:
    assert first_school_day(CALENDAR, date(2026, 11, 21)) == date(2026, 11, 23)


def test_a_holiday_leads_past_its_end() -> None:
    assert first_school_day(CALENDAR, date(2026, 10, 1)) == date(2026, 10, 8)


def test_a_saturday_that_is_worked_counts_as_school() -> None:
    assert first_school_day(CALENDAR, date(2026, 10, 10)) == date(2026, 10, 10)


def test_where_the_calendar_is_silent_or_ends_the_form_starts_today() -> None:
    assert first_school_day(None, date(2026, 11, 21)) == date(2026, 11, 21)
    assert first_school_day(CALENDAR, date(2027, 1, 30)) == date(2027, 1, 30)
    twice = Calendar(terms=(AUTUMN, AUTUMN), marked=())
    assert first_school_day(twice, date(2026, 11, 21)) == date(2026, 11, 21)
