"""Taking in a roll: what it says stands afterwards, and is announced where it is news."""

from typing import Protocol

from contracts.directory.calendar import CalendarPublished
from contracts.directory.school import ClassOpened, GuardianshipChanged, PupilPlaced, StaffGranted
from services.directory.application.calendars.document import counted
from services.directory.application.calendars.own import restate
from services.directory.application.calendars.own_unit import CalendarUnit
from services.directory.application.rolls.roll import Roll, RollCalendar, RollSchool
from services.directory.application.unit import Unit


class TakeInUnit(Unit, CalendarUnit, Protocol):
    """What taking in a school can reach."""


def take_in_district(unit: Unit, roll: Roll) -> None:
    """Let the district, its schools, people and calendar stand as the roll says.

    Raises engines.schooldays.CalendarContradicts for a calendar that says two things about one day.
    """
    counted(_published(roll.calendar))
    unit.keep_district(roll.district)
    unit.keep_schools(roll.schools)
    unit.keep_people(roll.people)
    unit.keep_accounts(roll.people, roll.password_hash)
    unit.keep_officers(roll.officers)
    if unit.keep_calendar(roll.calendar):
        unit.emit(_published(roll.calendar))


def take_in_school(unit: TakeInUnit, school: RollSchool) -> None:
    """Let classes, staff, pupils and guardians stand as the roll says; the school's calendar follows its district's."""
    restate(unit)
    opened = unit.keep_classes(school.classes)
    granted = unit.keep_staff(school.staff)
    placed = unit.keep_pupils(school.pupils)
    guarded = unit.keep_guardians(school.pupils)
    unit.emit_all(
        ClassOpened(class_id=one.class_id, grade=one.grade, number=one.number)
        for one in school.classes if one.class_id in opened
    )
    unit.emit_all(
        StaffGranted(grant_list_id=one.staff_id, person_id=one.person_id, grants=one.grants)
        for one in school.staff if one.staff_id in granted
    )
    unit.emit_all(
        PupilPlaced(pupil_id=one.pupil_id, class_id=one.class_id, seat_number=one.seat_number)
        for one in school.pupils if one.pupil_id in placed
    )
    unit.emit_all(
        GuardianshipChanged(pupil_id=one.pupil_id, guardian_ids=one.guardian_ids)
        for one in school.pupils if one.pupil_id in guarded
    )


def _published(calendar: RollCalendar) -> CalendarPublished:
    return CalendarPublished(
        calendar_id=calendar.calendar_id,
        terms=calendar.terms,
        marked=calendar.marked,
        provisional_from=calendar.provisional_from,
        seasons=calendar.seasons,
    )
