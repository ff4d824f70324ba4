"""Stage: a district of its own for each test, two schools in it, on a store real or not."""

from dataclasses import replace
from datetime import date
from functools import cache

from contracts.actor import Grant, Role, visitor
from contracts.directory.calendar import Mark, MarkedDay, ReadCalendar, Term
from contracts.directory.people import NamesWanted
from contracts.directory.school import FindSchool, ListClasses
from contracts.directory.school import Stage as SchoolStage
from contracts.directory.session import ReadSession, SignIn, SignOut
from plumbing.caller import Caller
from plumbing.ids import new_id
from plumbing.scope import Scope
from services.directory import wiring
from services.directory.application.names import read_names
from services.directory.application.roll import (
    Roll,
    RollCalendar,
    RollClass,
    RollColleague,
    RollDistrict,
    RollOfficer,
    RollPerson,
    RollPupil,
    RollSchool,
)
from services.directory.application.schools import find_school, list_classes, read_calendar
from services.directory.application.session import read_session, sign_out
from services.directory.application.sign_in import knock
from services.directory.application.take_in import take_in_district, take_in_school
from services.directory.formats import password

PASSWORD = "a password for tests"


@cache
def password_hash():
    return password.hashed(PASSWORD)


class Stage:
    """`head` leads 三（2）班 in the first school; `parent` has a child there and one in the second school."""

    def __init__(self, store):
        self.store = store
        mark = new_id()[-8:]
        self.home, self.cafe = (f"2001:db8:{mark[:4]}:{mark[4:]}::1", f"2001:db9:{mark[:4]}:{mark[4:]}::1")
        people = ("head", "colleague", "parent", "neighbour", "officer")
        self.head, self.colleague, self.parent, self.neighbour, self.officer = (
            RollPerson(person_id=new_id(), name=f"{who}·𬍤", phone="12000000000", login=f"{mark}-{who}")
            for who in people
        )
        self.third, self.fifth, self.elsewhere = (
            RollClass(class_id=new_id(), grade=grade, number=number) for grade, number in ((3, 2), (5, 1), (7, 1))
        )
        self.child, self.sibling, self.elder, self.other = (
            self._pupil(name, a_class, seat, guardian) for name, a_class, seat, guardian in (
                ("孩子", self.third, 1, self.parent), ("弟弟", self.fifth, 1, self.parent),
                ("姐姐", self.elsewhere, 1, self.parent), ("邻居", self.third, 2, self.neighbour),
            )
        )
        self.first = self._school(
            f"{mark}-a", "第一小学", (self.fifth, self.third), (self.child, self.sibling, self.other),
            self._colleague(
                self.head, Grant(role=Role.HEAD_TEACHER, class_id=self.third.class_id),
                Grant(role=Role.TEACHER, class_id=self.third.class_id, subject="数学"),
            ),
        )
        self.second = self._school(
            f"{mark}-b", "第二中学", (self.elsewhere,), (self.elder,),
            self._colleague(self.colleague, Grant(role=Role.PRINCIPAL)),
        )
        self.roll = Roll(
            district=RollDistrict(district_id=new_id(), code=mark, name="测试区"),
            calendar=RollCalendar(
                calendar_id=new_id(),
                terms=(Term(name="第一学期", first=date(2026, 9, 1), last=date(2027, 1, 20)),),
                marked=(MarkedDay(on=date(2026, 10, 10), mark=Mark.WORKDAY, name="国庆节调休", follows_weekday=3),),
                provisional_from=date(2027, 1, 1),
            ),
            password_hash=password_hash(),
            officers=(RollOfficer(person_id=self.officer.person_id, role=Role.DISTRICT_OFFICE),),
            people=(self.head, self.colleague, self.parent, self.neighbour, self.officer),
            schools=(self.first, self.second),
        )
        self.take_in(self.roll)

    @property
    def district(self):
        return Scope(district_id=self.roll.district.district_id)

    def within(self, school):
        return Scope(district_id=self.roll.district.district_id, school_id=school.school_id)

    def take_in(self, roll):
        """Take in a roll as the seed does."""
        self.store.take_in(take_in_district, roll, self.district)
        for school in roll.schools:
            self.store.take_in(take_in_school, school, self.within(school))

    def with_first_school(self, **changes):
        """Return the roll with the first school changed."""
        return replace(self.roll, schools=(replace(self.first, **changes), self.second))

    def news(self):
        """Return everything announced so far: of the district, then of each school."""
        scopes = (self.district, self.within(self.first), self.within(self.second))
        return [event for scope in scopes for event in self.store.news(scope)]

    def sign_in(self, who, secret=PASSWORD, client=None):
        """Come in by the front door, password and all."""
        ask = SignIn(login=who.login, password=secret, client=client or self.home)
        return wiring.sign_in(self.store, ask, self._visitor())

    def knock(self, login, client=None):
        """Make a try whose password turns out wrong."""
        ask = SignIn(login=login, password="wrong", client=client or self.home)
        return self.store.change(knock, ask, self._visitor())

    def session(self, token):
        return self.store.query(read_session, ReadSession(token=token), self._visitor())

    def sign_out(self, token):
        return self.store.change(sign_out, SignOut(token=token), self._visitor())

    def actors(self, who):
        """Return the actors of a person who has just signed in."""
        return self.session(self.sign_in(who).token).actors

    def names(self, actor, *, people=(), pupils=(), classes=()):
        """Ask for names as the actor."""
        ask = NamesWanted(
            person_ids=tuple(p.person_id for p in people), pupil_ids=tuple(p.pupil_id for p in pupils),
            class_ids=tuple(c.class_id for c in classes),
        )
        return self.store.change(read_names, ask, _caller(actor))

    def find(self, code):
        return self.store.query(find_school, FindSchool(code=code), self._visitor())

    def classes(self, actor):
        return self.store.query(list_classes, ListClasses(), _caller(actor)).classes

    def calendar(self, district_id):
        return self.store.query(read_calendar, ReadCalendar(), _caller(visitor(district_id=district_id)))

    def _visitor(self):
        return _caller(visitor())

    def _pupil(self, name, a_class, seat, guardian):
        return RollPupil(
            pupil_id=new_id(), name=name, class_id=a_class.class_id, seat_number=seat,
            guardian_ids=(guardian.person_id,),
        )

    def _colleague(self, person, *grants):
        return RollColleague(staff_id=new_id(), person_id=person.person_id, grants=grants)

    def _school(self, code, name, classes, pupils, *staff):
        return RollSchool(
            school_id=new_id(), code=code, name=name, stage=SchoolStage.PRIMARY, classes=classes, staff=staff,
            pupils=pupils,
        )


def _caller(actor):
    return Caller(actor=actor, call="test", request_id="test")
