"""Calendar: a calendar as it was announced, as something that can count school days."""

from contracts.directory.calendar import CalendarPublished
from engines.schooldays import Mark, MarkedDay, SchoolCalendar, Season, SeasonName, Term


def school_calendar(published: CalendarPublished) -> SchoolCalendar:
    """Return the calendar that was published. Raises CalendarContradicts if it says two things about one day."""
    return SchoolCalendar(
        terms=tuple(Term(name=term.name, first=term.first, last=term.last) for term in published.terms),
        marked=tuple(
            MarkedDay(on=day.on, mark=Mark(day.mark), name=day.name, follows_weekday=day.follows_weekday)
            for day in published.marked
        ),
        provisional_from=published.provisional_from,
        seasons=tuple(
            Season(first=one.first, season=SeasonName(one.season), off_work_at=one.off_work_at)
            for one in published.seasons
        ),
    )
