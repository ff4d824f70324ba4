"""A calendar as directory says it, as something that can be asked what kind of day it is."""

from contracts.directory.calendar import Calendar
from engines.schooldays import Mark, MarkedDay, SchoolCalendar, Season, SeasonName, Term


def known(calendar: Calendar) -> SchoolCalendar:
    """Return the calendar as the engine reads it. Raises CalendarContradicts."""
    terms = tuple(Term(name=t.name, first=t.first, last=t.last) for t in calendar.terms)
    marked = tuple(
        MarkedDay(on=m.on, mark=Mark(m.mark), name=m.name, follows_weekday=m.follows_weekday) for m in calendar.marked
    )
    seasons = tuple(
        Season(first=s.first, season=SeasonName(s.season), off_work_at=s.off_work_at) for s in calendar.seasons
    )
    return SchoolCalendar(terms=terms, marked=marked, provisional_from=calendar.provisional_from, seasons=seasons)
