"""A checkup of rosters: everybody of the office learns that one waits, only who handed it in is led to it."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

import pytest

from contracts.actor import Actor, Grant, Role
from contracts.directory.calendar import Calendar, Season, SeasonName, Term
from contracts.directory.checkup import Lacking, ReadCheckup
from contracts.job import JobState
from plumbing.ids import new_id
from services.directory.application.calendars.document import term_of
from services.directory.application.calendars.own_unit import OwnCalendar
from services.directory.application.checkup import read_checkup
from services.directory.application.checkup_unit import LatestRoster
from services.directory.domain.calendar_changes import CalendarChanges

TODAY = date(2026, 11, 23)
WINTER = Season(first=date(2026, 10, 1), season=SeasonName.WINTER, off_work_at=time(17))
WHOLE_YEAR = Calendar(
    terms=(Term(name="全年", first=date(2026, 9, 1), last=date(2027, 8, 1)),), marked=(), seasons=(WINTER,)
)


@dataclass
class LittleUnit:
    """A school in which everything is there but one roster."""

    actor: Actor
    latest: LatestRoster
    today: date = TODAY
    own: OwnCalendar | None = None
    district: Calendar = WHOLE_YEAR

    def classes(self):
        return ("三（1）班",)

    def calendar(self):
        return self.district

    def own_calendar(self):
        return self.own

    def lacks_of_people(self):
        return ()

    def latest_rosters(self):
        return (self.latest,)


def somebody():
    grants = (Grant(role=Role.ACADEMIC_OFFICE),)
    return Actor(person_id=new_id(), district_id=new_id(), school_id=new_id(), grants=grants)


def test_a_school_whose_changes_contradict_its_districts_new_calendar_is_told_so():
    at_work = LatestRoster(roster_id=new_id(), asked_by=new_id(), check=JobState.RUNNING)
    until_july = Term(name="第一学期", first=date(2026, 9, 1), last=date(2027, 7, 10))
    from_july = Term(name="第二学期", first=date(2027, 7, 1), last=date(2027, 8, 20))
    district = replace(WHOLE_YEAR, terms=(replace(until_july, last=date(2027, 1, 20)), from_july))
    own = OwnCalendar(
        calendar_id=new_id(), version=1, changes=CalendarChanges(terms=(term_of(until_july),)), announced=WHOLE_YEAR
    )
    unit = LittleUnit(somebody(), at_work, own=own, district=district)
    assert [lack.lacking for lack in read_checkup(unit, ReadCheckup()).lacks] == [Lacking.OWN_CALENDAR]


@pytest.mark.parametrize("seasons", [(), (replace(WINTER, first=TODAY + timedelta(days=1)),)])
def test_a_school_learns_that_its_district_has_not_said_which_timetable_holds(seasons):
    at_work = LatestRoster(roster_id=new_id(), asked_by=new_id(), check=JobState.RUNNING)
    unit = LittleUnit(somebody(), at_work, district=replace(WHOLE_YEAR, seasons=seasons))
    assert [lack.lacking for lack in read_checkup(unit, ReadCheckup()).lacks] == [Lacking.SEASONS]


def test_only_who_handed_a_roster_in_is_led_to_it():
    one, colleague = somebody(), somebody()
    latest = LatestRoster(roster_id=new_id(), asked_by=one.person_id, check=JobState.DONE, rows=2, bad=0)
    found = [read_checkup(LittleUnit(actor, latest), ReadCheckup()).lacks for actor in (one, colleague)]
    assert [[(lack.lacking, lack.roster_id) for lack in lacks] for lacks in found] == [
        [(Lacking.ROSTER_TAKEN_IN, latest.roster_id)], [(Lacking.ROSTER_TAKEN_IN, None)]
    ]
