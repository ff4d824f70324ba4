"""The day that is meant when nobody has said one: today if there is school, else the next school day."""

from datetime import date

from contracts.directory.calendar import Calendar
from engines.schooldays import BeyondCalendar, CalendarContradicts, Mark, MarkedDay, SchoolCalendar, Term


def first_school_day(calendar: Calendar | None, today: date) -> date:
    """Return today or the next school day; today where the calendar is silent or ends before."""
    if calendar is None:
        return today
    try:
        known = _known(calendar)
        return today if known.is_school_day(today) else known.next_school_day(today)
    except (BeyondCalendar, CalendarContradicts):
        return today


def _known(calendar: Calendar) -> SchoolCalendar:
    terms = tuple(Term(name=t.name, first=t.first, last=t.last) for t in calendar.terms)
    marked = tuple(
        MarkedDay(on=m.on, mark=Mark(m.mark), name=m.name, follows_weekday=m.follows_weekday) for m in calendar.marked
    )
    return SchoolCalendar(terms=terms, marked=marked, provisional_from=calendar.provisional_from)
