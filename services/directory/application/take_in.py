"""Taking in a roll: what it says stands afterwards, and is announced where it is news."""

from contracts.directory.calendar import CalendarPublished
from contracts.directory.school import ClassOpened, GuardianshipChanged, PupilPlaced, StaffGranted
from engines.schooldays import Mark, MarkedDay, SchoolCalendar, Term
from services.directory.application.roll import Roll, RollCalendar, RollSchool
from services.directory.application.unit import Unit


def take_in_district(unit: Unit, roll: Roll) -> None:
    """Let the district, its schools, people and calendar stand as the roll says.

    Raises engines.schooldays.CalendarContradicts for a calendar that says two things about one day.
    """
    checked(roll.calendar)
    unit.keep_district(roll.district)
    unit.keep_schools(roll.schools)
    unit.keep_people(roll.people)
    unit.keep_accounts(roll.people, roll.password_hash)
    unit.keep_officers(roll.officers)
    if unit.keep_calendar(roll.calendar):
        unit.emit(_published(roll.calendar))


def take_in_school(unit: Unit, school: RollSchool) -> None:
    """Let classes, staff, pupils and their guardians stand as the roll says."""
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


def checked(calendar: RollCalendar) -> SchoolCalendar:
    """Return the calendar as the engine reads it; raise CalendarContradicts if it cannot be used."""
    return SchoolCalendar(
        terms=tuple(Term(name=term.name, first=term.first, last=term.last) for term in calendar.terms),
        marked=tuple(
            MarkedDay(on=day.on, mark=Mark(day.mark), name=day.name, follows_weekday=day.follows_weekday)
            for day in calendar.marked
        ),
        provisional_from=calendar.provisional_from,
    )


def _published(calendar: RollCalendar) -> CalendarPublished:
    return CalendarPublished(
        calendar_id=calendar.calendar_id,
        terms=calendar.terms,
        marked=calendar.marked,
        provisional_from=calendar.provisional_from,
    )
