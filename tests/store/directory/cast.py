"""Cast: a district of two schools and five people, as a roll brings them; ids and codes nobody else has."""

from datetime import date
from functools import cache
from itertools import count

from argon2 import PasswordHasher

from contracts.actor import Grant, Role
from contracts.directory.calendar import Mark, MarkedDay, Term
from contracts.directory.school import Stage
from plumbing.ids import new_id
from services.directory.application.rolls.roll import (
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

_NUMBERS = count(1)
PASSWORD = "a password for tests"


@cache
def password_hash():
    """Return a hash that takes little work, as it says itself: people sign in hundreds of times here."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


class Cast:
    """`head` leads 三（2）班 in the first school; `parent` has two children there and one in the second school."""

    def __init__(self):
        self.mark = new_id()[-8:]
        self._people()
        self.third, self.fifth, self.seventh = a_class(3, 2), a_class(5, 1), a_class(7, 1)
        self.child = a_pupil("孩子", self.third, 1, self.parent)
        self.other = a_pupil("邻居", self.third, 2, self.neighbour)
        self.sibling = a_pupil("弟弟", self.fifth, 1, self.parent)
        self.elder = a_pupil("姐姐", self.seventh, 1, self.parent)
        self._schools()
        self.roll = Roll(
            district=RollDistrict(district_id=new_id(), code=self.mark, name="测试区"),
            calendar=a_calendar(),
            password_hash=password_hash(),
            officers=(RollOfficer(person_id=self.officer.person_id, role=Role.DISTRICT_OFFICE),),
            people=(self.head, self.principal, self.parent, self.neighbour, self.officer),
            schools=(self.first, self.second),
        )

    def _people(self):
        self.head, self.principal = self._person("head"), self._person("principal")
        self.parent, self.neighbour = self._person("parent"), self._person("neighbour")
        self.officer = self._person("officer")

    def _schools(self):
        head = (
            Grant(role=Role.HEAD_TEACHER, class_id=self.third.class_id),
            Grant(role=Role.TEACHER, class_id=self.third.class_id, subject="数学"),
        )
        self.first = RollSchool(
            school_id=new_id(), code=f"{self.mark}-a", name="第一小学", stage=Stage.PRIMARY,
            classes=(self.fifth, self.third), staff=(a_colleague(self.head, *head),),
            pupils=(self.child, self.sibling, self.other),
        )
        self.second = RollSchool(
            school_id=new_id(), code=f"{self.mark}-b", name="第二中学", stage=Stage.JUNIOR,
            classes=(self.seventh,), staff=(a_colleague(self.principal, Grant(role=Role.PRINCIPAL)),),
            pupils=(self.elder,),
        )

    def _person(self, who):
        phone = f"120{next(_NUMBERS):08d}"
        return RollPerson(person_id=new_id(), name=f"{who}·𬍤", phone=phone, login=f"{self.mark}-{who}")


def a_class(grade, number):
    return RollClass(class_id=new_id(), grade=grade, number=number)


def a_pupil(name, of_class, seat, guardian):
    return RollPupil(
        pupil_id=new_id(), name=name, class_id=of_class.class_id, seat_number=seat, guardian_ids=(guardian.person_id,)
    )


def a_colleague(person, *grants):
    return RollColleague(staff_id=new_id(), person_id=person.person_id, grants=grants)


def a_calendar():
    return RollCalendar(
        calendar_id=new_id(),
        terms=(Term(name="第一学期", first=date(2026, 9, 1), last=date(2027, 1, 20)),),
        marked=(MarkedDay(on=date(2026, 10, 10), mark=Mark.WORKDAY, name="国庆节调休", follows_weekday=3),),
        provisional_from=date(2027, 1, 1),
    )
