"""What holds for any calendar."""

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from engines.schooldays import Mark, MarkedDay, SchoolCalendar, Season, SeasonName, Term

FIRST = date(2026, 9, 1)
days = st.integers(0, 59).map(lambda number: FIRST + timedelta(days=number))
some = st.integers(1, 40)
TERMS = (
    Term(name="一", first=FIRST - timedelta(days=200), last=FIRST + timedelta(days=30)),
    Term(name="二", first=FIRST + timedelta(days=45), last=FIRST + timedelta(days=300)),
)


def calendar(marks):
    marked = tuple(MarkedDay(on=on, mark=mark, name="标注") for on, mark in marks.items())
    return SchoolCalendar(terms=TERMS, marked=marked)


calendars = st.dictionaries(days, st.sampled_from(Mark), max_size=12).map(calendar)


@given(calendars, days, some)
def test_as_many_school_days_forward_and_back_end_where_they_began(calendar, day, count):
    start = calendar.next_school_day(day)
    assert calendar.add_school_days(calendar.add_school_days(start, count), -count) == start
    assert calendar.add_school_days(calendar.add_school_days(start, -count), count) == start


@given(calendars, days, days, some | some.map(lambda count: -count))
def test_who_starts_later_never_arrives_earlier(calendar, one, other, count):
    earlier, later = sorted((one, other))
    assert calendar.add_school_days(earlier, count) <= calendar.add_school_days(later, count)


@given(calendars, days, some)
def test_one_more_school_day_is_always_later(calendar, day, count):
    assert calendar.add_school_days(day, count) < calendar.add_school_days(day, count + 1)


@given(calendars, days, some)
def test_counting_between_gives_back_what_was_added(calendar, day, count):
    assert calendar.school_days_between(day, calendar.add_school_days(day, count)) == count


@given(calendars, days, days, days)
def test_parts_of_a_stretch_add_up(calendar, first, middle, last):
    between = calendar.school_days_between
    assert between(first, middle) + between(middle, last) == between(first, last)


@given(calendars, days)
def test_the_next_school_day_has_no_school_day_before_it(calendar, day):
    following = calendar.next_school_day(day)
    skipped = [day + timedelta(days=number) for number in range(1, (following - day).days)]
    assert calendar.is_school_day(following)
    assert not any(map(calendar.is_school_day, skipped))


@given(st.dictionaries(days, st.sampled_from(SeasonName), max_size=6), days)
def test_a_day_is_of_the_latest_season_that_has_begun(seasons, day):
    known = tuple(Season(first=on, season=seasons[on], off_work_at=time(17)) for on in sorted(seasons))
    held = SchoolCalendar(terms=TERMS, seasons=known).season_on(day)
    assert held == max((one for one in known if one.first <= day), key=lambda one: one.first, default=None)
