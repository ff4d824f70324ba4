"""Termtime: a calendar around today: terms, seasons, and the state's holidays and swapped days as far as announced."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta

from chinese_calendar.constants import Holiday, holidays, in_lieu_days, workdays

from engines.schooldays import Mark, MarkedDay, SchoolCalendar, Season, SeasonName, Term

_FIRST_UNANNOUNCED_YEAR = max(holidays).year + 1
_FIXED_BY_LAW = {
    (1, 1): "元旦", (5, 1): "劳动节", (5, 2): "劳动节", (10, 1): "国庆节", (10, 2): "国庆节", (10, 3): "国庆节",
}
_PROLONGED = timedelta(days=14)
_CHINESE = {holiday.value: holiday.chinese for holiday in Holiday}


def calendar_around(today: date) -> SchoolCalendar:
    """Return the four terms around today, in order; one of them contains it."""
    terms = _prolonged(tuple(_terms(today.year)), today)
    first, last = terms[0].first, terms[-1].last
    unannounced = date(_FIRST_UNANNOUNCED_YEAR, 1, 1)
    return SchoolCalendar(
        terms=terms,
        marked=tuple(mark for mark in _marks(first.year, last.year) if first <= mark.on <= last),
        provisional_from=max(first, unannounced) if unannounced <= last else None,
        seasons=tuple(_seasons(first.year, last.year)),
    )


def _terms(year: int) -> Iterator[Term]:
    for autumn in range(year - 1, year + 1):
        school_year = f"{autumn}-{autumn + 1}学年"
        yield Term(name=f"{school_year}第一学期", first=date(autumn, 9, 1), last=date(autumn + 1, 1, 23))
        yield Term(name=f"{school_year}第二学期", first=date(autumn + 1, 2, 24), last=date(autumn + 1, 7, 3))


def _seasons(first_year: int, last_year: int) -> Iterator[Season]:
    for year in range(first_year, last_year + 1):
        yield Season(first=date(year, 5, 1), season=SeasonName.SUMMER, off_work_at=time(17, 30))
        yield Season(first=date(year, 10, 1), season=SeasonName.WINTER, off_work_at=time(17))


def _prolonged(terms: tuple[Term, ...], today: date) -> tuple[Term, ...]:
    """Let the term before a vacation go on, until two weeks after today: a demo needs a term to show."""
    if any(term.holds(today) for term in terms):
        return terms
    until = today + _PROLONGED
    ended = max((term for term in terms if term.last < today), key=lambda term: term.last)
    return tuple(
        replace(term, last=until) if term is ended
        else replace(term, first=until + timedelta(days=1)) if term.holds(until)
        else term
        for term in terms
    )


def _marks(first_year: int, last_year: int) -> Iterator[MarkedDay]:
    follows = _timetables()
    for on, name in sorted(holidays.items()):
        yield MarkedDay(on=on, mark=Mark.HOLIDAY, name=_CHINESE[name])
    for on, name in sorted(workdays.items()):
        yield MarkedDay(on=on, mark=Mark.WORKDAY, name=f"{_CHINESE[name]}调休", follows_weekday=follows.get(on))
    for year in range(max(first_year, _FIRST_UNANNOUNCED_YEAR), last_year + 1):
        for (month, day), name in _FIXED_BY_LAW.items():
            yield MarkedDay(on=date(year, month, day), mark=Mark.HOLIDAY, name=name)


def _timetables() -> dict[date, int]:
    """Return whose timetable each swapped day takes: that of the working day given off for it, in order."""
    given_off: dict[tuple[str, int], list[date]] = defaultdict(list)
    for on, name in sorted(in_lieu_days.items()):
        given_off[name, on.year].append(on)
    worked: dict[tuple[str, int], list[date]] = defaultdict(list)
    for on, name in sorted(workdays.items()):
        worked[name, on.year].append(on)
    return {
        day: off.isoweekday()
        for holiday, days in worked.items()
        for day, off in zip(days, given_off[holiday], strict=False)
    }
