"""Roll: what directory takes in, so that a school's teachers can sign in."""

from contracts.directory.calendar import Term
from contracts.directory.school import Stage
from plumbing.ids import new_id
from services.directory.application.rolls.roll import (
    Roll,
    RollCalendar,
    RollClass,
    RollColleague,
    RollDistrict,
    RollPerson,
    RollSchool,
)
from services.directory.formats.password import hashed
from tests.unit.homework.stage import FAR_AHEAD, LONG_AGO

PASSWORD = "a password for benches"


def roll(code, teachers):
    """Return a district of one school, both of this code, with these teachers, each of one class."""
    district_id, school_id = teachers[0].actor.district_id, teachers[0].actor.school_id
    term = Term(name="学期", first=LONG_AGO, last=FAR_AHEAD)
    return Roll(
        district=RollDistrict(district_id=district_id, code=code, name="对比区"),
        calendar=RollCalendar(calendar_id=new_id(), terms=(term,), marked=()),
        password_hash=hashed(PASSWORD),
        officers=(),
        people=tuple(map(_person, teachers)),
        schools=(RollSchool(
            school_id=school_id, code=code, name="对比小学", stage=Stage.PRIMARY,
            classes=tuple(_class(number, teacher) for number, teacher in enumerate(teachers, 1)),
            staff=tuple(map(_colleague, teachers)),
            pupils=(),
        ),),
    )


def _person(teacher):
    return RollPerson(
        person_id=teacher.actor.person_id, name="老师", phone="", login=teacher.login
    )


def _class(number, teacher):
    (grant,) = teacher.actor.grants
    return RollClass(class_id=grant.class_id, grade=3, number=number)


def _colleague(teacher):
    return RollColleague(staff_id=new_id(), person_id=teacher.actor.person_id, grants=teacher.actor.grants)
