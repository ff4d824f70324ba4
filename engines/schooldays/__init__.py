"""Schooldays: terms, holidays, swapped days (调休) and seasons (作息), and the arithmetic of school days."""

from engines.schooldays.calendar import BeyondCalendar, DayKind, SchoolCalendar
from engines.schooldays.contradiction import CalendarContradicts
from engines.schooldays.marked_day import Mark, MarkedDay
from engines.schooldays.season import Season, SeasonName
from engines.schooldays.term import Term

__all__ = [
    "BeyondCalendar",
    "CalendarContradicts",
    "DayKind",
    "Mark",
    "MarkedDay",
    "SchoolCalendar",
    "Season",
    "SeasonName",
    "Term",
]
