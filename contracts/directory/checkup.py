"""Checkup (体检): what a school's roll and calendar still lack, for its office to put right."""

from datetime import date
from enum import StrEnum

from contracts.actor import OFFICE
from contracts.call import Call
from contracts.fields import Id, WholeNumber
from contracts.message import Message, of


class Lacking(StrEnum):
    """What can be missing. A subject is known to belong to a grade when at least half of its classes are taught it.

    SEASONS: no timetable (冬季、夏季作息) holds today, and norms may ask which one does. OWN_CALENDAR: what the school
    has changed contradicts its district's new calendar, which does not hold here then.
    """

    CLASSES = "classes"
    HEAD_TEACHER = "head_teacher"
    SUBJECT_TEACHER = "subject_teacher"
    CLASS = "class"
    GUARDIAN = "guardian"
    GUARDIAN_ACCOUNT = "guardian_account"
    STAFF_ACCOUNT = "staff_account"
    SECOND_FACTOR = "second_factor"
    CALENDAR = "calendar"
    HOLIDAYS = "holidays"
    SEASONS = "seasons"
    OWN_CALENDAR = "own_calendar"
    ROSTER_TAKEN_IN = "roster_taken_in"
    ROSTER_ROWS = "roster_rows"


class ReadCheckup(Message):
    """Ask what the asker's school lacks today."""


class Lack(Message):
    """So many are without it: of one class where `class_id` is there, of the whole school otherwise.

    `on` is the first day that the calendar says nothing certain of; `roster_id` is told to who handed it in.
    """

    lacking: Lacking
    count: int = of(WholeNumber(least=1))
    class_id: str | None = of(Id(), default=None)
    class_name: str | None = None
    subject: str | None = None
    on: date | None = None
    roster_id: str | None = of(Id(), default=None)


class Checkup(Message):
    """Everything that is missing, kind by kind, each by grade and class; nothing when all is well."""

    lacks: tuple[Lack, ...]


CHECKUP = Call(service="directory", method="checkup", ask=ReadCheckup, answer=Checkup, allow=OFFICE)
