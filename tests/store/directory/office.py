"""Office: the academic office of a school of its own, handing in rosters to a real worker's processes."""

import hashlib

from contracts.actor import Actor, Grant, Role
from contracts.directory.roster import CheckRoster, ReadRoster, RosterOf, RosterWhole, Suffix, TakeInRoster
from contracts.directory.school import Stage
from contracts.file import GetPiece, PutPiece, pieces_of
from contracts.job import JobState
from plumbing.caller import Caller
from plumbing.ids import new_id
from plumbing.jobs import calls
from plumbing.scope import Scope
from services.directory.application.rolls.roll import Roll, RollDistrict, RollSchool
from services.directory.application.rolls.take_in import take_in_district
from services.directory.application.rosters.roster import check_roster, read_roster, take_in_roster
from tests.plumbing.workshop import wait_for
from tests.store.directory.cast import a_calendar, password_hash

ENDS = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


class Office:
    """Speaks to the house as its door would, as one of the academic office."""

    def __init__(self, house, *, district_id=None, role=Role.ACADEMIC_OFFICE):
        self.house = house
        self.district_id, self.school_id = district_id or new_id(), new_id()
        self.actor = Actor(
            person_id=new_id(), district_id=self.district_id, school_id=self.school_id, grants=(Grant(role=role),)
        )
        self._settle(new_district=district_id is None)

    def _settle(self, *, new_district):
        mark = self.school_id[-12:]
        school = RollSchool(
            school_id=self.school_id, code=mark, name="导入小学", stage=Stage.PRIMARY, classes=(), staff=(), pupils=()
        )
        district = RollDistrict(district_id=self.district_id, code=self.district_id[-12:], name="导入区")
        roll = Roll(
            district=district, calendar=a_calendar(), password_hash=password_hash(), officers=(), people=(),
            schools=(school,),
        )
        scope = Scope(district_id=self.district_id)
        with self.house.database.begin(scope) as connection:
            unit = self.house.unit(connection, scope=scope, request_id="test")
            if new_district:
                take_in_district(unit, roll)
            else:
                unit.keep_schools(roll.schools)

    @property
    def scope(self):
        return Scope(district_id=self.district_id, school_id=self.school_id)

    def caller(self, key=None):
        return Caller(actor=self.actor, call="directory.roster", request_id="test", key=key)

    def puts(self, content):
        """Hand in a file; return its id."""
        file_id, digest = new_id(), hashlib.sha256(content).hexdigest()
        for number in range(pieces_of(len(content))):
            piece = PutPiece(
                file_id=file_id, media_type="application/octet-stream", size=len(content), sha256=digest, number=number,
                content=content[number << 19:(number + 1) << 19],
            )
            self.house.change(calls.put_piece, piece, self.caller())
        return file_id

    def gets(self, file_id):
        """Return a small file of one's own."""
        return self.house.query(calls.get_piece, GetPiece(file_id=file_id, number=0), self.caller()).content

    def asks_to_check(self, content, suffix="xlsx", people=RosterOf.PUPILS, whole=RosterWhole.PART):
        ask = CheckRoster(file_id=self.puts(content), suffix=Suffix(suffix), people=people, whole=whole)
        return self.house.command(check_roster, ask, self.caller(key=new_id()))["roster_id"]

    def checks(self, content, **how):
        """Return the roster once its check has ended."""
        roster_id = self.asks_to_check(content, **how)
        return wait_for(lambda: self.ended(roster_id, "check"), "the check to end")

    def asks_to_take_in(self, roster):
        ask = TakeInRoster(roster_id=roster.roster_id)
        return self.house.command(take_in_roster, ask, self.caller(key=new_id()))

    def takes_in(self, roster):
        """Return the roster once taking it in has ended."""
        self.asks_to_take_in(roster)
        return wait_for(lambda: self.ended(roster.roster_id, "take_in"), "taking in to end")

    def sees(self, roster_id):
        return self.house.query(read_roster, ReadRoster(roster_id=roster_id), self.caller())

    def ended(self, roster_id, job):
        seen = self.sees(roster_id)
        return seen if getattr(seen, job) and getattr(seen, job).state in ENDS else None
