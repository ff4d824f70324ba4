"""Window: the days homework may be set for, counted from today."""

from datetime import date, timedelta

DAYS_BACK, DAYS_AHEAD = 1, 60


def window(today: date) -> tuple[date, date]:
    """Return the first and the last day: yesterday, for what was set in class, to sixty days ahead."""
    return today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD)
