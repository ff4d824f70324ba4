"""DistrictCalendarUnit: what one transaction about a district's calendar can reach."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from contracts.actor import Actor
from contracts.directory.own_calendar import Edition
from contracts.event import Event
from engines.schooldays import SchoolCalendar
from services.directory.application.calendars.own_unit import CalendarUnit


@dataclass(frozen=True, kw_only=True)
class KeptCalendar:
    """A district's calendar; its office has never changed it while `version` is 0."""

    calendar_id: str
    version: int
    calendar: SchoolCalendar


class DistrictCalendarUnit(Protocol):
    """One open transaction of a district. All of it stands afterwards, in its schools too, or nothing."""

    actor: Actor | None
    now: datetime

    def emit(self, event: Event) -> None:
        """Promise an event: it goes out if, and only if, the transaction stands."""

    def audit(self, action: str, object_kind: str, object_id: str, pupil_id: str | None = None) -> None:
        """Record who did what to which thing."""

    def district_calendar(self) -> KeptCalendar | None:
        """Return the calendar of this district, if it has one."""

    def take_district_calendar(self) -> KeptCalendar:
        """Return the calendar of this district, an empty one if need be, and hold it: no school changes its own now."""

    def keep_district_calendar(self, kept: KeptCalendar) -> None:
        """Let the district's calendar be this from now on."""

    def keep_district_edition(self, edition: Edition) -> None:
        """Write a change down, for ever."""

    def district_editions(self, most: int) -> tuple[Edition, ...]:
        """Return the latest changes, newest first."""

    def each_school(self) -> Iterable[CalendarUnit]:
        """Yield this transaction inside each school of the district in turn; then it is outside of them again."""
