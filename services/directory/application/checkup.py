"""Checkup (体检): what the school still lacks, found by one look at its roll, its calendar and its last rosters."""

from collections.abc import Iterator

from contracts.directory.checkup import Checkup, Lack, Lacking, ReadCheckup
from contracts.job import JobState
from engines.schooldays import CalendarContradicts
from services.directory.application.asker import asker
from services.directory.application.calendars.document import counted
from services.directory.application.calendars.own_unit import OwnCalendar
from services.directory.application.checkup_unit import CheckupUnit, LatestRoster
from services.directory.domain.calendar_horizon import uncertain_from, unknown_from

_UNDER_WAY = (JobState.QUEUED, JobState.RUNNING)


def read_checkup(unit: CheckupUnit, ask: ReadCheckup) -> Checkup:
    """Return everything that the asker's school lacks today; no child and no adult is named."""
    begun = () if unit.classes() else (Lack(lacking=Lacking.CLASSES, count=1),)
    return Checkup(lacks=(*begun, *unit.lacks_of_people(), *_of_calendar(unit), *_of_rosters(unit)))


def _of_calendar(unit: CheckupUnit) -> Iterator[Lack]:
    own = unit.own_calendar()
    stated = own.announced if own and own.announced else unit.calendar()
    calendar = counted(stated) if stated else None
    if on := unknown_from(calendar, unit.today):
        yield Lack(lacking=Lacking.CALENDAR, count=1, on=on)
    if on := uncertain_from(calendar, unit.today):
        yield Lack(lacking=Lacking.HOLIDAYS, count=1, on=on)
    if calendar and calendar.season_on(unit.today) is None:
        yield Lack(lacking=Lacking.SEASONS, count=1)
    if own and _contradicts(unit, own):
        yield Lack(lacking=Lacking.OWN_CALENDAR, count=1)


def _contradicts(unit: CheckupUnit, own: OwnCalendar) -> bool:
    district = unit.calendar()
    if district is None:
        return False
    try:
        own.changes.over(counted(district))
    except CalendarContradicts:
        return True
    return False


def _of_rosters(unit: CheckupUnit) -> Iterator[Lack]:
    for latest in unit.latest_rosters():
        roster_id = latest.roster_id if latest.asked_by == asker(unit).person_id else None
        if _waits(latest):
            yield Lack(lacking=Lacking.ROSTER_TAKEN_IN, count=1, roster_id=roster_id)
        if latest.bad:
            yield Lack(lacking=Lacking.ROSTER_ROWS, count=latest.bad, roster_id=roster_id)


def _waits(latest: LatestRoster) -> bool:
    """Say whether somebody has to go on: a job at work needs nobody, and neither does a roster that changes nothing."""
    if latest.check in _UNDER_WAY or latest.take_in in (*_UNDER_WAY, JobState.DONE):
        return False
    return latest.rows is None or latest.rows > 0
