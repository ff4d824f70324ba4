"""CheckupUnit: what one transaction that looks for what a school lacks can reach."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from contracts.actor import Actor
from contracts.directory.calendar import Calendar
from contracts.directory.checkup import Lack
from contracts.directory.school import SchoolClass
from contracts.job import JobState
from services.directory.application.calendars.own_unit import OwnCalendar


@dataclass(frozen=True, kw_only=True)
class LatestRoster:
    """The last roster of its kind: how its two jobs stand, how many rows would change something, how many are bad.

    `rows` and `bad` are absent where nothing was found out: the check has not ended, or failed.
    """

    roster_id: str
    asked_by: str
    check: JobState
    take_in: JobState | None = None
    rows: int | None = None
    bad: int | None = None


class CheckupUnit(Protocol):
    """One open transaction inside one school."""

    actor: Actor | None
    today: date

    def classes(self) -> tuple[SchoolClass, ...]:
        """Return the classes of this school, by grade and number."""

    def calendar(self) -> Calendar | None:
        """Return the calendar of this district."""

    def own_calendar(self) -> OwnCalendar | None:
        """Return the calendar of this school, if it has one."""

    def lacks_of_people(self) -> tuple[Lack, ...]:
        """Return what classes, pupils, guardians and staff of this school are without, by grade and class."""

    def latest_rosters(self) -> tuple[LatestRoster, ...]:
        """Return the last roster of each kind that was handed in here, whoever did."""
