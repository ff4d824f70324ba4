"""A school's own calendar: it begins as the district's, changes day by day with reasons, never contradicts itself."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from contracts.actor import Actor, Grant, Role
from contracts.directory.calendar import CalendarPublished, Mark, MarkedDay, ReadCalendar, Term
from contracts.directory.own_calendar import ListEditions, MarkDay, MoveTerm, UnmarkDay
from contracts.errors import Conflict, InvalidRequest, NotFound
from plumbing.caller import Caller
from plumbing.ids import new_id
from services.directory.application.calendars.own import list_editions, mark_day, move_term, unmark_day
from services.directory.application.schools import read_calendar

SPORTS_DAY, SATURDAY, HOLIDAY = date(2026, 10, 22), date(2026, 10, 17), date(2026, 10, 1)
AUTUMN = Term(name="第一学期", first=date(2026, 9, 1), last=date(2027, 1, 23))
SPRING = Term(name="第二学期", first=date(2027, 2, 24), last=date(2027, 7, 3))
NATIONAL_DAY = MarkedDay(on=HOLIDAY, mark=Mark.HOLIDAY, name="国庆节")


class Office:
    """The academic office of a school, at its calendar."""

    def __init__(self, stage, school):
        self.stage, self.school = stage, school
        self.actor = Actor(
            person_id=stage.head.person_id, district_id=stage.roll.district.district_id, school_id=school.school_id,
            grants=(Grant(role=Role.ACADEMIC_OFFICE),),
        )

    def _do(self, use_case, ask):
        caller = Caller(actor=self.actor, call="test", request_id="test", key=new_id())
        return self.stage.store.change(use_case, ask, caller)

    @property
    def calendar(self):
        return self._do(read_calendar, ReadCalendar())

    @property
    def editions(self):
        return self._do(list_editions, ListEditions()).editions

    def marks(self, on, mark=Mark.WORKDAY, *, version=None, follows=None, name="秋季运动会"):
        version = self.calendar.version if version is None else version
        ask = MarkDay(version=version, on=on, mark=mark, name=name, follows_weekday=follows, reason="校务会决定")
        return self._do(mark_day, ask)

    def unmarks(self, on):
        return self._do(unmark_day, UnmarkDay(version=self.calendar.version, on=on, reason="改期"))

    def moves(self, term, first, last):
        ask = MoveTerm(version=self.calendar.version, name=term.name, first=first, last=last, reason="高温")
        return self._do(move_term, ask)

    def announced(self):
        news = self.stage.store.news(self.stage.within(self.school))
        return [event for event in news if isinstance(event, CalendarPublished)]


@pytest.fixture
def school(stage):
    stage.take_in(with_calendar(stage, NATIONAL_DAY))
    return Office(stage, stage.first)


@pytest.fixture
def neighbour(stage, school):
    return Office(stage, stage.second)


def with_calendar(stage, *marked, terms=(AUTUMN, SPRING)):
    return replace(stage.roll, calendar=replace(stage.roll.calendar, terms=terms, marked=marked))


def day_of(calendar, on):
    return next((day for day in calendar.marked if day.on == on), None)


def refused(problem):
    return problem.value.details["fields"]


def test_a_school_that_has_changed_nothing_has_its_districts_calendar(school):
    assert (school.calendar.version, school.calendar.terms) == (0, (AUTUMN, SPRING))
    assert school.announced() == []


def test_a_marked_day_is_in_force_and_announced_with_the_whole_calendar(school):
    assert school.marks(SPORTS_DAY).version == 1
    assert day_of(school.calendar, SPORTS_DAY).name == "秋季运动会"
    assert school.calendar.own_days == (SPORTS_DAY,)
    (event,) = school.announced()
    assert [day.on for day in event.marked] == [HOLIDAY, SPORTS_DAY]
    assert event.terms == (AUTUMN, SPRING)


def test_one_schools_days_are_no_other_schools(school, neighbour):
    school.marks(SPORTS_DAY)
    assert neighbour.calendar.version == 0
    assert day_of(neighbour.calendar, SPORTS_DAY) is None


def test_a_school_may_say_otherwise_than_its_district_and_take_it_back(school):
    school.marks(HOLIDAY, Mark.WORKDAY, name="补课")
    assert day_of(school.calendar, HOLIDAY).mark == Mark.WORKDAY
    school.unmarks(HOLIDAY)
    assert day_of(school.calendar, HOLIDAY) == NATIONAL_DAY
    assert [event.calendar_id for event in school.announced()] == [school.announced()[0].calendar_id] * 2


def test_a_day_marked_again_says_the_later_word(school):
    school.marks(SATURDAY, follows=3)
    school.marks(SATURDAY, follows=4)
    assert day_of(school.calendar, SATURDAY).follows_weekday == 4


def test_a_free_day_has_no_timetable(school):
    with pytest.raises(InvalidRequest) as problem:
        school.marks(SPORTS_DAY, Mark.HOLIDAY, follows=3)
    assert refused(problem) == {"follows_weekday": ["放假的日子没有课表，请留空。"]}


def test_there_is_no_school_outside_every_term_and_the_refusal_says_what_to_do(school):
    with pytest.raises(InvalidRequest) as problem:
        school.marks(date(2027, 2, 1))
    assert "先调整学期" in refused(problem)["on"][0]


def test_a_day_the_school_has_not_changed_needs_no_giving_back(school):
    with pytest.raises(InvalidRequest) as problem:
        school.unmarks(HOLIDAY)
    assert refused(problem) == {"on": ["本校没有改过这一天，不用恢复。"]}


def test_a_term_may_end_earlier_here(school):
    school.moves(AUTUMN, AUTUMN.first, date(2027, 1, 15))
    assert school.calendar.terms == (replace(AUTUMN, last=date(2027, 1, 15)), SPRING)
    assert school.calendar.own_terms == (AUTUMN.name,)


@pytest.mark.parametrize(("first", "last", "field", "passes"), [
    (date(2027, 2, 24), date(2027, 2, 1), "last", "2027-02-24"),
    (date(2027, 1, 20), date(2027, 7, 3), "first", "2027-01-24"),
])
def test_a_term_that_contradicts_is_refused_at_its_field_with_what_would_pass(school, first, last, field, passes):
    with pytest.raises(InvalidRequest) as problem:
        school.moves(SPRING, first, last)
    assert passes in refused(problem)[field][0]
    assert school.calendar.version == 0


def test_a_term_does_not_run_into_the_next(school):
    with pytest.raises(InvalidRequest) as problem:
        school.moves(AUTUMN, AUTUMN.first, SPRING.first)
    assert "2027-02-23" in refused(problem)["last"][0]


def test_a_term_that_is_none_cannot_be_moved(school):
    with pytest.raises(NotFound):
        school.moves(replace(AUTUMN, name="暑期班"), AUTUMN.first, AUTUMN.last)


def test_two_in_the_office_do_not_write_over_each_other(school):
    school.marks(SPORTS_DAY, version=0)
    with pytest.raises(Conflict):
        school.marks(SATURDAY, version=0)


def test_a_refused_change_leaves_no_trace(school):
    with pytest.raises(InvalidRequest):
        school.unmarks(HOLIDAY)
    assert (school.announced(), school.editions) == ([], ())


def test_every_change_is_written_down_with_who_what_when_and_why(school):
    school.marks(SPORTS_DAY)
    school.moves(AUTUMN, AUTUMN.first, date(2027, 1, 15))
    school.unmarks(SPORTS_DAY)
    said = [(edition.version, edition.action, edition.about, edition.reason) for edition in school.editions]
    assert said == [
        (3, "unmark_day", "2026-10-22", "改期"), (2, "move_term", "第一学期", "高温"),
        (1, "mark_day", "2026-10-22", "校务会决定"),
    ]
    assert {edition.changed_by for edition in school.editions} == {school.actor.person_id}


def test_a_schools_days_stay_its_own_when_the_district_announces_more(stage, school):
    school.marks(SPORTS_DAY)
    new_year = MarkedDay(on=date(2027, 1, 1), mark=Mark.HOLIDAY, name="元旦")
    stage.take_in(with_calendar(stage, NATIONAL_DAY, new_year))
    assert [day.on for day in school.calendar.marked] == [HOLIDAY, SPORTS_DAY, new_year.on]
    assert school.announced()[-1].marked == school.calendar.marked
    assert school.calendar.version == 1


def test_what_has_not_changed_is_not_announced_again(stage, school):
    school.marks(SPORTS_DAY)
    stage.take_in(with_calendar(stage, NATIONAL_DAY))
    assert len(school.announced()) == 1


def test_where_the_districts_new_calendar_meets_a_moved_term_what_stands_stays_until_the_office_acts(stage, school):
    school.moves(AUTUMN, AUTUMN.first, SPRING.first - timedelta(days=1))
    earlier = replace(SPRING, first=SPRING.first - timedelta(days=7))
    stage.take_in(with_calendar(stage, NATIONAL_DAY, terms=(AUTUMN, earlier)))
    assert school.calendar.terms[1] == SPRING
