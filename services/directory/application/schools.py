"""Schools: found by their public code, their classes listed for their staff, their calendar."""

from contracts.directory.calendar import Calendar, ReadCalendar
from contracts.directory.school import Classes, FindSchool, ListClasses, School
from contracts.errors import NotFound
from services.directory.application.calendars.own_unit import CalendarUnit
from services.directory.application.unit import Unit


def find_school(unit: Unit, ask: FindSchool) -> School:
    """Return the school as anyone may know it. Raises NotFound."""
    school = unit.school(ask.code.casefold())
    if school is None:
        raise NotFound
    return school


def list_classes(unit: Unit, ask: ListClasses) -> Classes:
    """Return every class of the present year of the asker's school, by grade and number."""
    return Classes(classes=unit.classes())


def read_calendar(unit: CalendarUnit, ask: ReadCalendar) -> Calendar:
    """Return the calendar of the asker's school, its district's where it has none. Raises NotFound without either."""
    own = unit.own_calendar()
    if own and own.announced:
        return own.announced
    calendar = unit.calendar()
    if calendar is None:
        raise NotFound
    return calendar
