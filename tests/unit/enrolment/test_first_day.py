"""When what a family asks for begins."""

from datetime import date

from engines.schooldays import Mark, MarkedDay, SchoolCalendar, Term
from services.enrolment.domain.first_day import first_day

CALENDAR = SchoolCalendar(
    terms=(Term(name="秋季", first=date(2026, 9, 1), last=date(2026, 10, 16)),),
    marked=(
        MarkedDay(on=date(2026, 10, 5), mark=Mark.HOLIDAY, name="国庆节"),
        MarkedDay(on=date(2026, 10, 10), mark=Mark.WORKDAY, name="国庆节调休", follows_weekday=1),
    ),
)


def test_monday_care_begins_on_the_first_monday_there_is_school():
    made_up_on_saturday = date(2026, 10, 10)
    assert first_day(CALENDAR, date(2026, 9, 30), {1}) == made_up_on_saturday


def test_what_is_asked_for_on_its_own_day_begins_that_day():
    assert first_day(CALENDAR, date(2026, 9, 2), {3}) == date(2026, 9, 2)


def test_before_the_term_it_begins_with_the_term():
    assert first_day(CALENDAR, date(2026, 8, 1), {2, 4}) == date(2026, 9, 1)


def test_after_the_last_known_day_nobody_says_when():
    assert first_day(CALENDAR, date(2026, 10, 16), {1}) is None
