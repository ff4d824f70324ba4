"""Calendars between the document that is announced and the calendar that can be counted in."""

from contracts.directory.calendar import Calendar, CalendarPublished, Mark, MarkedDay, Season, SeasonName, Term
from engines import schooldays
from services.directory.domain.calendar_changes import CalendarChanges


def counted(calendar: Calendar | CalendarPublished) -> schooldays.SchoolCalendar:
    """Return a calendar as the engine reads it. Raises CalendarContradicts."""
    return schooldays.SchoolCalendar(
        terms=tuple(map(term_of, calendar.terms)), marked=tuple(map(day_of, calendar.marked)),
        provisional_from=calendar.provisional_from, seasons=tuple(map(season_of, calendar.seasons)),
    )


def term_of(term: Term) -> schooldays.Term:
    """Return a term as the engine reads it."""
    return schooldays.Term(name=term.name, first=term.first, last=term.last)


def day_of(day: MarkedDay) -> schooldays.MarkedDay:
    """Return a marked day as the engine reads it."""
    return schooldays.MarkedDay(
        on=day.on, mark=schooldays.Mark(day.mark), name=day.name, follows_weekday=day.follows_weekday
    )


def season_of(season: Season) -> schooldays.Season:
    """Return a season as the engine reads it."""
    return schooldays.Season(
        first=season.first, season=schooldays.SeasonName(season.season), off_work_at=season.off_work_at
    )


def stated(calendar: schooldays.SchoolCalendar, version: int, changes: CalendarChanges) -> Calendar:
    """Return the document of a school's own calendar."""
    return Calendar(
        terms=terms_of(calendar.terms), marked=days_of(calendar.marked), provisional_from=calendar.provisional_from,
        version=version, own_days=tuple(sorted(day.on for day in changes.marked)),
        own_terms=tuple(term.name for term in changes.terms), seasons=seasons_of(calendar.seasons),
    )


def terms_of(terms: tuple[schooldays.Term, ...]) -> tuple[Term, ...]:
    """Return terms as they are announced."""
    return tuple(Term(name=term.name, first=term.first, last=term.last) for term in terms)


def days_of(days: tuple[schooldays.MarkedDay, ...]) -> tuple[MarkedDay, ...]:
    """Return marked days as they are announced."""
    return tuple(
        MarkedDay(on=day.on, mark=Mark(day.mark), name=day.name, follows_weekday=day.follows_weekday) for day in days
    )


def seasons_of(seasons: tuple[schooldays.Season, ...]) -> tuple[Season, ...]:
    """Return seasons as they are announced."""
    return tuple(
        Season(first=one.first, season=SeasonName(one.season), off_work_at=one.off_work_at) for one in seasons
    )
