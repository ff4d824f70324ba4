"""A district's calendar: its office writes it, each school's follows at the same moment, every change has a reason."""

import threading
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import text

from contracts.actor import Grant, Role
from contracts.directory.calendar import CalendarPublished, Mark, ReadCalendar, Season, SeasonName, Term
from contracts.directory.district_calendar import (
    DropSeason,
    DropTerm,
    KeepSeason,
    KeepTerm,
    MarkDays,
    ReadDistrictCalendar,
    SettleDays,
    UnmarkDays,
)
from contracts.directory.own_calendar import ListEditions, MarkDay, MoveTerm
from contracts.errors import Conflict, InvalidRequest, NotFound
from ops.running import wait_for
from plumbing.caller import Caller
from plumbing.ids import new_id
from services.directory.application.calendars import district as use_cases
from services.directory.application.calendars import own as own_calendar
from services.directory.application.schools import read_calendar

AUTUMN = Term(name="第一学期", first=date(2026, 9, 1), last=date(2027, 1, 23))
SPRING = Term(name="第二学期", first=date(2027, 2, 24), last=date(2027, 7, 3))
SUMMER = Season(first=date(2026, 5, 1), season=SeasonName.SUMMER, off_work_at=time(17, 30))
WINTER = Season(first=date(2026, 10, 1), season=SeasonName.WINTER, off_work_at=time(17))
NATIONAL = date(2026, 10, 1)
SPORTS = date(2026, 10, 22)
_WAITING = text("SELECT 1 FROM pg_locks WHERE NOT granted")


class District:
    """The district's office at its calendar; every word goes through the use cases."""

    def __init__(self, stage):
        self.stage = stage
        (self.actor,) = stage.actors(stage.officer)

    def does(self, use_case, ask):
        return self.stage.store.change(use_case, ask, Caller(actor=self.actor, call="test", request_id="test"))

    @property
    def calendar(self):
        return self.does(use_cases.read_district_calendar, ReadDistrictCalendar())

    @property
    def editions(self):
        return self.does(use_cases.list_district_editions, ListEditions()).editions

    def marks(self, first, last=None, mark=Mark.HOLIDAY, *, follows=None, name="国庆节", version=None):
        version = self.calendar.version if version is None else version
        ask = MarkDays(
            version=version, first=first, last=last, mark=mark, name=name, follows_weekday=follows, reason="国办通知"
        )
        return self.does(use_cases.mark_days, ask)

    def unmarks(self, first, last):
        ask = UnmarkDays(version=self.calendar.version, first=first, last=last, reason="改期")
        return self.does(use_cases.unmark_days, ask)

    def keeps(self, term):
        ask = KeepTerm(
            version=self.calendar.version, name=term.name, first=term.first, last=term.last, reason="新学年"
        )
        return self.does(use_cases.keep_term, ask)

    def drops(self, name):
        return self.does(use_cases.drop_term, DropTerm(version=self.calendar.version, name=name, reason="写错了"))

    def season(self, season, *, instead_of=None):
        ask = KeepSeason(
            version=self.calendar.version, **vars(season), reason="新的作息时间", instead_of=instead_of
        )
        return self.does(use_cases.keep_season, ask)

    def drops_season(self, first):
        return self.does(use_cases.drop_season, DropSeason(version=self.calendar.version, first=first, reason="写错了"))

    def settles(self, on):
        ask = SettleDays(version=self.calendar.version, provisional_from=on, reason="明年的安排")
        return self.does(use_cases.settle_days, ask)

    def announced(self):
        return [event for event in self.stage.store.news(self.stage.district) if isinstance(event, CalendarPublished)]


class School:
    """The office of one school, looking at its calendar and changing a day."""

    def __init__(self, stage, school):
        self.stage, self.school = stage, school
        (head,) = stage.actors(stage.head)
        grants = (Grant(role=Role.ACADEMIC_OFFICE),)
        self.actor = replace(head, school_id=school.school_id, grants=grants)
        self.caller = Caller(actor=self.actor, call="test", request_id="test")

    @property
    def calendar(self):
        return self.stage.store.query(read_calendar, ReadCalendar(), self.caller)

    def marks(self, on):
        ask = MarkDay(
            version=self.calendar.version, on=on, mark=Mark.WORKDAY, name="秋季运动会", reason="校务会决定"
        )
        return self.stage.store.change(own_calendar.mark_day, ask, self.caller)

    def moves(self, term, first, last):
        ask = MoveTerm(version=self.calendar.version, name=term.name, first=first, last=last, reason="高温")
        return self.stage.store.change(own_calendar.move_term, ask, self.caller)

    def announced(self):
        news = self.stage.store.news(self.stage.within(self.school))
        return [event for event in news if isinstance(event, CalendarPublished)]


@pytest.fixture
def district(stage):
    roll = replace(
        stage.roll, calendar=replace(stage.roll.calendar, terms=(AUTUMN, SPRING), marked=(), provisional_from=None)
    )
    stage.take_in(roll)
    return District(stage)


@pytest.fixture
def school(stage, district):
    return School(stage, stage.first)


@pytest.fixture
def neighbour(stage, district):
    return School(stage, stage.second)


def refused(problem):
    return problem.value.details["fields"]


def marked(calendar):
    return [(day.on, day.name) for day in calendar.marked]


def test_a_holiday_of_several_days_is_one_change_announced_whole_in_force_in_every_school(district, school, neighbour):
    before = len(district.announced())
    assert district.marks(NATIONAL, NATIONAL + timedelta(2)).version == 1
    days = [(NATIONAL + timedelta(n), "国庆节") for n in range(3)]
    assert marked(district.calendar) == marked(school.calendar) == marked(neighbour.calendar) == days
    (event,) = district.announced()[before:]
    assert (marked(event), event.terms) == (days, (AUTUMN, SPRING))


def test_a_swapped_day_says_whose_timetable_it_takes(district, school):
    district.marks(date(2026, 10, 10), mark=Mark.WORKDAY, follows=4, name="国庆节调休")
    assert [(day.on, day.follows_weekday) for day in school.calendar.marked] == [(date(2026, 10, 10), 4)]


def test_days_are_given_back_and_days_that_are_nothing_special_need_no_giving_back(district, school):
    district.marks(NATIONAL, NATIONAL + timedelta(2))
    district.unmarks(NATIONAL + timedelta(1), NATIONAL + timedelta(5))
    assert marked(school.calendar) == [(NATIONAL, "国庆节")]
    with pytest.raises(InvalidRequest) as problem:
        district.unmarks(NATIONAL + timedelta(1), NATIONAL + timedelta(5))
    assert refused(problem) == {"first": ["这些天没有标注过，不用取消。"]}


@pytest.mark.parametrize(("asked", "field", "said"), [
    ({"first": NATIONAL, "last": NATIONAL - timedelta(1)}, "last", "2026-10-01 或以后"),
    ({"first": NATIONAL, "last": NATIONAL + timedelta(60)}, "last", "最多标注 60 天"),
    ({"first": NATIONAL, "follows": 3}, "follows_weekday", "请留空"),
    ({"first": NATIONAL, "last": NATIONAL + timedelta(1), "mark": Mark.WORKDAY}, "last", "一天一天标注"),
])
def test_days_that_cannot_be_are_refused_at_their_field_with_what_would_pass(district, asked, field, said):
    with pytest.raises(InvalidRequest) as problem:
        district.marks(**asked)
    assert said in refused(problem)[field][0]
    assert (district.calendar.version, district.editions) == (0, ())


def test_a_new_term_is_published_and_one_that_was_is_moved_or_taken_back(district, school):
    next_autumn = Term(name="2027-2028学年第一学期", first=date(2027, 9, 1), last=date(2028, 1, 20))
    district.keeps(next_autumn)
    assert school.calendar.terms == (AUTUMN, SPRING, next_autumn)
    district.keeps(replace(next_autumn, last=date(2028, 1, 15)))
    assert school.calendar.terms[2].last == date(2028, 1, 15)
    district.drops(next_autumn.name)
    assert school.calendar.terms == (AUTUMN, SPRING)
    with pytest.raises(InvalidRequest):
        district.drops(next_autumn.name)


@pytest.mark.parametrize(("term", "field", "said"), [
    (replace(SPRING, last=date(2027, 2, 1)), "last", "2027-02-24 或以后"),
    (replace(SPRING, first=date(2027, 1, 20)), "first", "在 2027-01-20 重叠"),
    (replace(SPRING, last=date(2029, 1, 1)), "last", "最长 300 天"),
])
def test_a_term_that_contradicts_is_refused_at_its_field(district, term, field, said):
    with pytest.raises(InvalidRequest) as problem:
        district.keeps(term)
    assert said in refused(problem)[field][0]


def test_seasons_stand_in_order_in_every_school_and_are_announced_with_all_the_rest(district, school):
    district.season(WINTER)
    district.season(SUMMER)
    assert district.calendar.seasons == school.calendar.seasons == (SUMMER, WINTER)
    event = district.announced()[-1]
    assert (event.seasons, event.terms) == ((SUMMER, WINTER), (AUTUMN, SPRING))


def test_a_season_begins_on_another_day_or_is_taken_back_and_the_one_before_goes_on(district, school):
    for season in (SUMMER, WINTER):
        district.season(season)
    later = replace(WINTER, first=date(2026, 10, 8), off_work_at=time(16, 30))
    district.season(later, instead_of=WINTER.first)
    assert school.calendar.seasons == (SUMMER, later)
    district.drops_season(later.first)
    assert school.calendar.seasons == (SUMMER,)
    assert [edition.action for edition in district.editions][:2] == ["drop_season", "keep_season"]


@pytest.mark.parametrize(("season", "instead_of", "field", "said"), [
    (replace(WINTER, off_work_at=time(5)), None, "off_work_at", "例如 17:30"),
    (replace(WINTER, first=SUMMER.first), None, "first", "2026-05-01 起写了两段作息"),
    (WINTER, date(2026, 9, 9), "first", "没有从 2026-09-09 起的作息"),
])
def test_a_season_that_cannot_be_is_refused_at_its_field_with_what_would_pass(
    district, season, instead_of, field, said
):
    district.season(SUMMER)
    with pytest.raises(InvalidRequest) as problem:
        district.season(season, instead_of=instead_of)
    assert said in refused(problem)[field][0]
    assert district.calendar.seasons == (SUMMER,)
    with pytest.raises(InvalidRequest):
        district.drops_season(WINTER.first)


def test_a_school_with_days_of_its_own_follows_the_districts_seasons_at_once(district, school):
    school.marks(SPORTS)
    district.season(WINTER)
    assert school.calendar.seasons == school.announced()[-1].seasons == (WINTER,)
    school.marks(SPORTS + timedelta(1))
    assert school.announced()[-1].seasons == (WINTER,)


def test_what_a_roll_says_of_seasons_stands_until_the_office_has_the_calendar_in_hand(district, school, stage):
    roll = replace(stage.roll, calendar=replace(stage.roll.calendar, seasons=(SUMMER,)))
    stage.take_in(roll)
    assert school.calendar.seasons == (SUMMER,)
    district.season(WINTER)
    stage.take_in(roll)
    assert school.calendar.seasons == (SUMMER, WINTER)


def test_provisional_becomes_final(district, school):
    district.settles(date(2027, 1, 1))
    assert school.calendar.provisional_from == date(2027, 1, 1)
    district.settles(None)
    assert school.calendar.provisional_from is None
    assert [event.provisional_from for event in district.announced()[-2:]] == [date(2027, 1, 1), None]


def test_a_schools_own_days_stay_and_it_is_announced_anew_with_the_districts(district, school, neighbour):
    school.marks(SPORTS)
    district.marks(NATIONAL)
    assert marked(school.calendar) == [(NATIONAL, "国庆节"), (SPORTS, "秋季运动会")]
    assert marked(school.announced()[-1]) == marked(school.calendar)
    assert (marked(neighbour.calendar), neighbour.announced()) == ([(NATIONAL, "国庆节")], [])


def test_where_a_school_contradicts_its_own_calendar_stands_and_the_others_follow(district, school, neighbour):
    school.moves(AUTUMN, AUTUMN.first, SPRING.first - timedelta(1))
    district.keeps(replace(SPRING, first=SPRING.first - timedelta(7)))
    assert school.calendar.terms[1] == SPRING
    assert neighbour.calendar.terms[1].first == SPRING.first - timedelta(7)


def test_two_in_the_office_do_not_write_over_each_other(district):
    district.marks(NATIONAL, version=0)
    with pytest.raises(Conflict):
        district.marks(SPORTS, version=0)


def test_every_change_is_written_down_with_who_what_and_why(district, stage):
    district.marks(NATIONAL, NATIONAL + timedelta(2))
    district.settles(None)
    said = [(edition.version, edition.action, edition.about, edition.reason) for edition in district.editions]
    assert said == [(2, "settle_days", "", "明年的安排"), (1, "mark_days", "2026-10-01/2026-10-03", "国办通知")]
    assert {edition.changed_by for edition in district.editions} == {stage.officer.person_id}


def test_what_a_roll_brings_does_not_undo_what_the_office_has_taken_in_hand(district, school, stage):
    district.marks(NATIONAL)
    stage.take_in(stage.roll)
    assert marked(school.calendar) == [(NATIONAL, "国庆节")]


def test_a_district_without_a_calendar_begins_one(stage, district):
    elsewhere = replace(district.actor, district_id=new_id())
    district.actor = elsewhere
    assert (district.calendar.version, district.calendar.terms) == (0, ())
    district.keeps(AUTUMN)
    assert district.calendar.terms == (AUTUMN,)


def test_another_districts_schools_are_not_touched(district, school):
    district.actor = replace(district.actor, district_id=new_id())
    district.marks(NATIONAL)
    assert marked(school.calendar) == []


@pytest.mark.servers
def test_a_school_that_changes_a_day_while_its_district_does_builds_on_what_the_district_says(real_stage):
    """The district's transaction is still open when the school comes: the school waits for it, and loses nothing."""
    stage, house = real_stage, real_stage.store.house
    stage.take_in(replace(stage.roll, calendar=replace(stage.roll.calendar, terms=(AUTUMN, SPRING), marked=())))
    district, school = District(stage), School(stage, stage.first)
    with house.database.begin(stage.district) as connection:
        unit = house.unit(connection, scope=stage.district, request_id="test", actor=district.actor)
        ask = MarkDays(version=0, first=NATIONAL, mark=Mark.HOLIDAY, name="国庆节", reason="国办通知")
        use_cases.mark_days(unit, ask)
        meanwhile = threading.Thread(target=school.marks, args=(SPORTS,))
        meanwhile.start()
        assert wait_for(lambda: not meanwhile.is_alive() or stage.store.look(_WAITING), 10)
    meanwhile.join()
    assert [on for on, _ in marked(school.announced()[-1])] == [NATIONAL, SPORTS]


@pytest.mark.servers
def test_a_command_of_the_district_is_on_its_own_record_and_no_schools_command(directory_house, real_stage):
    stage = real_stage
    district = District(stage)
    ask = SettleDays(version=0, provisional_from=None, reason="全部公布")
    caller = Caller(actor=district.actor, call="directory.settle_days", request_id="test", key=new_id())
    first = directory_house.command_of_district(use_cases.settle_days, ask, caller)
    assert directory_house.command_of_district(use_cases.settle_days, ask, caller) == first
    assert [action for _, action, _ in stage.store.audited(stage.district.district_id)] == ["settle_days"]
    of_school = replace(caller, actor=School(stage, stage.first).actor)
    with pytest.raises(NotFound):
        directory_house.command_of_district(use_cases.settle_days, ask, of_school)
