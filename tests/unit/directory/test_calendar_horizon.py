"""How far ahead the days are known: a school is warned in time, and not the whole year round."""

from datetime import date, timedelta

from engines.schooldays import SchoolCalendar, Term
from services.directory.domain.calendar_horizon import NOTICE, uncertain_from, unknown_from

SPRING = Term(name="第二学期", first=date(2027, 2, 22), last=date(2027, 7, 3))
KNOWN = SchoolCalendar(terms=(SPRING,))
AFTER = SPRING.last + timedelta(1)


def test_without_a_calendar_nothing_is_known_from_today_on():
    assert unknown_from(None, SPRING.first) == SPRING.first
    assert unknown_from(SchoolCalendar(terms=()), SPRING.first) == SPRING.first


def test_the_end_of_the_last_known_term_is_told_four_months_before():
    assert unknown_from(KNOWN, AFTER - NOTICE - timedelta(1)) is None
    assert unknown_from(KNOWN, AFTER - NOTICE) == AFTER


def test_holidays_not_announced_are_told_while_they_lie_in_a_known_term_and_near():
    provisional = SchoolCalendar(terms=(SPRING,), provisional_from=date(2027, 5, 1))
    assert uncertain_from(provisional, SPRING.first) == date(2027, 5, 1)
    assert uncertain_from(provisional, date(2027, 6, 1)) == date(2027, 6, 1)
    assert uncertain_from(provisional, date(2026, 12, 1)) is None


def test_holidays_after_every_known_term_trouble_nobody_yet():
    assert uncertain_from(SchoolCalendar(terms=(SPRING,), provisional_from=date(2028, 1, 1)), SPRING.last) is None
    assert uncertain_from(KNOWN, SPRING.first) is None
