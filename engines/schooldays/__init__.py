"""Schooldays: terms, holidays and swapped days (调休), and the arithmetic of school days."""

from engines.schooldays.calendar import BeyondCalendar, DayKind, SchoolCalendar
from engines.schooldays.contradiction import CalendarContradicts
from engines.schooldays.marked_day import Mark, MarkedDay
from engines.schooldays.term import Term

__all__ = ["BeyondCalendar", "CalendarContradicts", "DayKind", "Mark", "MarkedDay", "SchoolCalendar", "Term"]
