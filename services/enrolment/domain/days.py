"""Days: until when something is due, in school days."""

from datetime import date, timedelta

from engines.schooldays import BeyondCalendar, SchoolCalendar

_ONE_DAY = timedelta(days=1)


def school_days_later(calendar: SchoolCalendar | None, day: date, count: int) -> date:
    """Return the count-th school day after the day; Monday to Friday where the calendar is not known so far."""
    if calendar is not None:
        try:
            return calendar.add_school_days(day, count)
        except BeyondCalendar:
            pass
    while count > 0:
        day += _ONE_DAY
        count -= day.isoweekday() <= 5
    return day
