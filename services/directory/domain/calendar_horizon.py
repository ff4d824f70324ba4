"""CalendarHorizon: how far ahead a school's days are known, and where what is known becomes uncertain."""

from datetime import date, timedelta

from engines.schooldays import SchoolCalendar

NOTICE = timedelta(days=120)
"""A family plans a winter and a summer so long before."""


def unknown_from(calendar: SchoolCalendar | None, today: date) -> date | None:
    """Return the first day of no known term, or of a vacation with none after it, if that is near; else nothing."""
    if calendar is None or not calendar.terms:
        return today
    end = max(term.last for term in calendar.terms) + timedelta(days=1)
    return end if end <= today + NOTICE else None


def uncertain_from(calendar: SchoolCalendar | None, today: date) -> date | None:
    """Return the first day of a term whose holidays are not announced, if that is near; else nothing."""
    if calendar is None or calendar.provisional_from is None or not calendar.terms:
        return None
    first = max(calendar.provisional_from, today)
    last = max(term.last for term in calendar.terms)
    return first if first <= min(last, today + NOTICE) else None
