"""The day that is meant when nobody has said one: today if there is school, else the next school day."""

from datetime import date

from contracts.directory.calendar import Calendar
from engines.schooldays import BeyondCalendar, CalendarContradicts
from gateway.known_calendar import known


def first_school_day(calendar: Calendar | None, today: date) -> date:
    """Return today or the next school day; today where the calendar is silent or ends before."""
    if calendar is None:
        return today
    try:
        days = known(calendar)
        return today if days.is_school_day(today) else days.next_school_day(today)
    except (BeyondCalendar, CalendarContradicts):
        return today
