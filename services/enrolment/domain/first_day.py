"""First day: when what a family asks for begins."""

from collections.abc import Collection
from datetime import date

from engines.schooldays import SchoolCalendar


def first_day(calendar: SchoolCalendar, earliest: date, weekdays: Collection[int]) -> date | None:
    """Return the first school day, `earliest` or later, that runs by the timetable of one of these weekdays (1-7).

    A swapped day (调休) counts as the weekday it follows. Nothing when the known terms have no such day.
    """
    days = (day for day in calendar.school_days if day >= earliest)
    return next((day for day in days if calendar.timetable_weekday(day) in weekdays), None)
