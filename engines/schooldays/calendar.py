"""SchoolCalendar: what kind of day a date is, and counting in school days; terms, holidays and 调休 decide."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from engines.schooldays.check import check_marks, check_seasons, check_terms
from engines.schooldays.marked_day import Mark, MarkedDay
from engines.schooldays.season import Season
from engines.schooldays.term import Term


class DayKind(StrEnum):
    """A holiday is a holiday in vacation too; a weekend is one only in term."""

    SCHOOL_DAY = "school_day"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    VACATION = "vacation"


class BeyondCalendar(LookupError):
    """The school day asked for lies outside the terms that are known."""

    def __init__(self, day: date, count: int):
        self.day, self.count = day, count
        where = "后" if count > 0 else "前"
        super().__init__(f"校历里找不到 {day} {where}第 {abs(count)} 个上学日，请先发布那个学期的校历。")


@dataclass(frozen=True, kw_only=True)
class SchoolCalendar:
    """From `provisional_from` on no marks are known yet: weekdays alone decide there, and `is_provisional` says so.

    Each of the `seasons`, the first first, holds until the next begins.
    Raises CalendarContradicts when it is made from terms, marks or seasons that contradict each other.
    """

    terms: tuple[Term, ...]
    marked: tuple[MarkedDay, ...] = ()
    provisional_from: date | None = None
    seasons: tuple[Season, ...] = ()

    def __post_init__(self) -> None:
        check_terms(self.terms)
        check_marks(self.marked)
        check_seasons(self.seasons)

    def kind_of(self, day: date) -> DayKind:
        """Return what kind of day it is."""
        mark = self._mark(day)
        if mark is Mark.HOLIDAY:
            return DayKind.HOLIDAY
        if not any(term.holds(day) for term in self.terms):
            return DayKind.VACATION
        return DayKind.SCHOOL_DAY if mark is Mark.WORKDAY or day.isoweekday() <= 5 else DayKind.WEEKEND

    def is_school_day(self, day: date) -> bool:
        """Say whether there is school on the day."""
        return self.kind_of(day) is DayKind.SCHOOL_DAY

    def is_provisional(self, day: date) -> bool:
        """Say whether the answer for this day may still change: the state has not announced its holidays."""
        return self.provisional_from is not None and day >= self.provisional_from

    def next_school_day(self, after: date) -> date:
        """Return the first school day after this one. Raises BeyondCalendar."""
        return self.add_school_days(after, 1)

    def add_school_days(self, day: date, count: int) -> date:
        """Return the count-th school day after the day (before it, for a negative count; the day itself for 0).

        Raises BeyondCalendar if the known terms have no such day.
        """
        if count == 0:
            return day
        days = self.school_days
        index = bisect_right(days, day) + count - 1 if count > 0 else bisect_left(days, day) + count
        if not 0 <= index < len(days):
            raise BeyondCalendar(day, count)
        return days[index]

    def school_days_between(self, first: date, last: date) -> int:
        """Return how many school days come after `first`, up to and including `last`; negative when last is earlier."""
        return bisect_right(self.school_days, last) - bisect_right(self.school_days, first)

    def timetable_weekday(self, day: date) -> int | None:
        """Return whose timetable (1-7) holds on the day; None without school, or where a swapped day does not say."""
        if not self.is_school_day(day):
            return None
        own = day.isoweekday() if day.isoweekday() <= 5 else None
        marked = self._marks.get(day)
        return (marked.follows_weekday if marked else None) or own

    def season_on(self, day: date) -> Season | None:
        """Return the season that holds on the day; None before the first, or where none are known."""
        begun = bisect_right(self.seasons, day, key=lambda season: season.first)
        return self.seasons[begun - 1] if begun else None

    @cached_property
    def school_days(self) -> tuple[date, ...]:
        """Return every school day of the known terms, in order."""
        return tuple(sorted(day for term in self.terms for day in term.days() if self.is_school_day(day)))

    @cached_property
    def _marks(self) -> Mapping[date, MarkedDay]:
        return {marked.on: marked for marked in self.marked}

    def _mark(self, day: date) -> Mark | None:
        marked = self._marks.get(day)
        return marked.mark if marked else None
