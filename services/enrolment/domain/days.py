"""Days: until when something is due, in school days."""

from collections.abc import Callable
from datetime import date, timedelta

from engines.schooldays import BeyondCalendar, SchoolCalendar

_ONE_DAY = timedelta(days=1)


def school_days_later(calendar: SchoolCalendar | None) -> Callable[[date, int], date]:
    """Return what counts school days from a date; Monday to Friday where the calendar is not known so far."""

    def later(day: date, count: int) -> date:
        if calendar is not None:
            try:
                return calendar.add_school_days(day, count)
            except BeyondCalendar:
                pass
        return _weekdays_later(day, count)

    return later


def _weekdays_later(day: date, count: int) -> date:
    while count > 0:
        day += _ONE_DAY
        count -= day.isoweekday() <= 5
    return day
