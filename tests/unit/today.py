"""Today: one day for all that a run tries in memory; each test begins at its noon, and none sees the date change."""

from datetime import datetime, time

from plumbing import clock

TODAY = clock.today()
NOON = datetime.combine(TODAY, time(12), clock.SCHOOL_PLACE)
