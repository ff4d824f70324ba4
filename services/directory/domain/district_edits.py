"""What a district's office can do to its calendar: each gives the calendar as it then is, or CalendarContradicts."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from engines.schooldays import MarkedDay, SchoolCalendar, Season, Term


def marking(calendar: SchoolCalendar, days: Iterable[MarkedDay]) -> SchoolCalendar:
    """Return the calendar with these words on their days, in the place of any that stood there."""
    said = {day.on: day for day in (*calendar.marked, *days)}
    return replace(calendar, marked=tuple(said[on] for on in sorted(said)))


def unmarking(calendar: SchoolCalendar, first: date, last: date) -> SchoolCalendar:
    """Return the calendar with no word on the days from first to last."""
    return replace(calendar, marked=tuple(day for day in calendar.marked if not first <= day.on <= last))


def keeping(calendar: SchoolCalendar, term: Term) -> SchoolCalendar:
    """Return the calendar with this term, in the place of one of the same name."""
    others = (one for one in calendar.terms if one.name != term.name)
    return replace(calendar, terms=tuple(sorted((*others, term), key=lambda one: one.first)))


def dropping(calendar: SchoolCalendar, name: str) -> SchoolCalendar:
    """Return the calendar without the term of this name."""
    return replace(calendar, terms=tuple(one for one in calendar.terms if one.name != name))


def keeping_season(calendar: SchoolCalendar, season: Season, instead_of: date | None = None) -> SchoolCalendar:
    """Return the calendar with this season, and without the one that began on the day it is to stand `instead_of`."""
    others = dropping_season(calendar, instead_of).seasons if instead_of else calendar.seasons
    return replace(calendar, seasons=tuple(sorted((*others, season), key=lambda one: one.first)))


def dropping_season(calendar: SchoolCalendar, first: date) -> SchoolCalendar:
    """Return the calendar with no season that begins on the day."""
    return replace(calendar, seasons=tuple(one for one in calendar.seasons if one.first != first))


def settling(calendar: SchoolCalendar, provisional_from: date | None) -> SchoolCalendar:
    """Return the calendar with its days uncertain from then on, or all of them final."""
    return replace(calendar, provisional_from=provisional_from)
