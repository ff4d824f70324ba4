"""A checkup of rosters: everybody of the office learns that one waits, only who handed it in is led to it."""

from dataclasses import dataclass
from datetime import date

from contracts.actor import Actor, Grant, Role
from contracts.directory.calendar import Calendar, Term
from contracts.directory.checkup import Lacking, ReadCheckup
from contracts.job import JobState
from plumbing.ids import new_id
from services.directory.application.checkup import read_checkup
from services.directory.application.checkup_unit import LatestRoster

TODAY = date(2026, 11, 23)
WHOLE_YEAR = Calendar(terms=(Term(name="全年", first=date(2026, 9, 1), last=date(2027, 8, 1)),), marked=())


@dataclass
class LittleUnit:
    """A school in which everything is there but one roster."""

    actor: Actor
    latest: LatestRoster
    today: date = TODAY

    def calendar(self):
        return WHOLE_YEAR

    def own_calendar(self):
        return None

    def lacks_of_people(self):
        return ()

    def latest_rosters(self):
        return (self.latest,)


def somebody():
    grants = (Grant(role=Role.ACADEMIC_OFFICE),)
    return Actor(person_id=new_id(), district_id=new_id(), school_id=new_id(), grants=grants)


def test_only_who_handed_a_roster_in_is_led_to_it():
    one, colleague = somebody(), somebody()
    latest = LatestRoster(roster_id=new_id(), asked_by=one.person_id, check=JobState.DONE, rows=2, bad=0)
    found = [read_checkup(LittleUnit(actor, latest), ReadCheckup()).lacks for actor in (one, colleague)]
    assert [[(lack.lacking, lack.roster_id) for lack in lacks] for lacks in found] == [
        [(Lacking.ROSTER_TAKEN_IN, latest.roster_id)], [(Lacking.ROSTER_TAKEN_IN, None)]
    ]
