"""Schools, classes and who is in them: what anyone may know, what staff may list, and the facts other houses keep."""

from datetime import date
from enum import StrEnum

from marshmallow import fields

from contracts.actor import EVERYONE, STAFF, Grant
from contracts.call import Call
from contracts.event import Event
from contracts.fields import Id, Text, WholeNumber
from contracts.message import Message, of


class Stage(StrEnum):
    """Which grades a school has: 小学 1-6, 初中 7-9, or both."""

    PRIMARY = "primary"
    JUNIOR = "junior"
    BOTH = "both"


class FindSchool(Message):
    """Ask for a school by the short code in its public address."""

    code: str = of(Text(shortest=1, longest=40))


class School(Message):
    """A school as anyone may know it."""

    school_id: str = of(Id())
    district_id: str = of(Id())
    code: str
    name: str
    stage: Stage


class ListClasses(Message):
    """Ask for the classes of the asker's own school."""


class SchoolClass(Message):
    """One class: its grade 1-9, its number within the grade, and its name as people say it."""

    class_id: str = of(Id())
    grade: int = of(WholeNumber(least=1, most=9))
    number: int = of(WholeNumber(least=1, most=60))
    name: str


class Classes(Message):
    """Every class of the school, by grade and number."""

    classes: tuple[SchoolClass, ...]


class ClassOpened(Event):
    """A class of one school year exists, or what is said of it has changed. Full state.

    It is a class from `first_day` to `last_day`, where they are known; `continues` is the class of the year before.
    """

    type = "directory.class_opened.v1"
    about = "class_id"

    class_id: str = of(Id())
    grade: int = of(WholeNumber(least=1, most=9))
    number: int = of(WholeNumber(least=1, most=60))
    first_day: date | None = None
    last_day: date | None = None
    continues: str | None = of(Id(), default=None)


class PupilPlaced(Event):
    """A pupil belongs to a class under a seat number. Full state; `class_id` is absent when the pupil has left."""

    type = "directory.pupil_placed.v1"
    about = "pupil_id"

    pupil_id: str = of(Id())
    class_id: str | None = of(Id(), default=None)
    seat_number: int | None = of(WholeNumber(least=1, most=99), default=None)


class GuardianshipChanged(Event):
    """Who the guardians of a pupil are. Full state."""

    type = "directory.guardianship_changed.v1"
    about = "pupil_id"

    pupil_id: str = of(Id())
    guardian_ids: tuple[str, ...] = of(fields.List(Id()))


class StaffGranted(Event):
    """Which roles a person of the staff holds in this school. Full state; none left means they are gone."""

    type = "directory.staff_granted.v1"
    about = "grant_list_id"

    grant_list_id: str = of(Id())
    person_id: str = of(Id())
    grants: tuple[Grant, ...]


SCHOOL = Call(service="directory", method="school", ask=FindSchool, answer=School, allow=EVERYONE)
CLASSES = Call(service="directory", method="classes", ask=ListClasses, answer=Classes, allow=STAFF)
