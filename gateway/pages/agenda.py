"""Agenda: what is out of the ordinary in a school's year, in order, in words: terms, holidays, swapped days (调休)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from contracts.directory.calendar import Calendar, Mark, MarkedDay
from gateway.texts.dates import WEEKDAYS, weekday

ONE_DAY = timedelta(days=1)
MONDAY_TO_FRIDAY = range(1, 6)


class Kind(StrEnum):
    """What an entry is about; the page and the feed colour by it."""

    TERM = "term"
    HOLIDAY = "holiday"
    SWAPPED = "swapped"
    SCHOOL_DAY = "school_day"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Both ends are included. `tentative`: the state has announced no holidays yet; `own`: the school differs here."""

    kind: Kind
    first: date
    last: date
    words: str
    tentative: bool
    own: bool = False

    @property
    def days(self) -> int:
        """Return how long it lasts."""
        return (self.last - self.first).days + 1

    @property
    def dates(self) -> list[date]:
        """Return each of its dates."""
        return [self.first + number * ONE_DAY for number in range(self.days)]


def agenda(calendar: Calendar) -> list[Entry]:
    """Return every entry of a calendar, earliest first."""
    entries = (*_terms(calendar), *_holidays(calendar), *_worked(calendar))
    return sorted(entries, key=lambda entry: (entry.first, entry.last))


def _terms(calendar: Calendar) -> Iterator[Entry]:
    for term in calendar.terms:
        for on, what in ((term.first, "开学"), (term.last, "最后一天")):
            yield Entry(
                kind=Kind.TERM, first=on, last=on, words=f"{term.name}{what}", tentative=_tentative(calendar, on)
            )


def _holidays(calendar: Calendar) -> Iterator[Entry]:
    free = sorted((m for m in calendar.marked if m.mark is Mark.HOLIDAY), key=lambda m: m.on)
    for run in _runs(free, calendar.own_days):
        first, last = run[0].on, run[-1].on
        length = f" {len(run)} 天" if len(run) > 1 else ""
        yield Entry(
            kind=Kind.HOLIDAY, first=first, last=last, words=f"{run[0].name}，放假{length}",
            tentative=_tentative(calendar, first), own=first in calendar.own_days,
        )


def _worked(calendar: Calendar) -> Iterator[Entry]:
    for marked in calendar.marked:
        if marked.mark is Mark.WORKDAY:
            swapped = marked.follows_weekday or marked.on.isoweekday() not in MONDAY_TO_FRIDAY
            follows = f"，按周{WEEKDAYS[marked.follows_weekday - 1]}的课表" if marked.follows_weekday else ""
            yield Entry(
                kind=Kind.SWAPPED if swapped else Kind.SCHOOL_DAY, first=marked.on, last=marked.on,
                words=f"{marked.name}，{weekday(marked.on)}上学{follows}", tentative=_tentative(calendar, marked.on),
                own=marked.on in calendar.own_days,
            )


def _runs(marked: Sequence[MarkedDay], own_days: Collection[date]) -> list[list[MarkedDay]]:
    """Group days that follow each other under one name, all by the word of the district or all by the school's."""
    runs: list[list[MarkedDay]] = []
    for day in marked:
        before = runs[-1][-1] if runs else None
        kin = before and before.name == day.name and (before.on in own_days) == (day.on in own_days)
        if before and kin and before.on + ONE_DAY == day.on:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _tentative(calendar: Calendar, on: date) -> bool:
    return calendar.provisional_from is not None and on >= calendar.provisional_from
