"""CalendarUnit: what one transaction about a school's calendar can reach."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from contracts.actor import Actor
from contracts.directory.calendar import Calendar
from contracts.directory.own_calendar import Edition
from contracts.event import Event
from services.directory.domain.calendar_changes import CalendarChanges


@dataclass(frozen=True, kw_only=True)
class OwnCalendar:
    """A school's calendar: its changes, and what was last announced of it; nothing was while `version` is 0."""

    calendar_id: str
    version: int = 0
    changes: CalendarChanges = field(default_factory=CalendarChanges)
    announced: Calendar | None = None


class CalendarUnit(Protocol):
    """One open transaction inside one school. All of it stands afterwards, or nothing."""

    actor: Actor | None
    now: datetime

    def new_id(self) -> str:
        """Return an identifier nobody has used before."""

    def emit(self, event: Event) -> None:
        """Promise an event: it goes out if, and only if, the transaction stands."""

    def audit(self, action: str, object_kind: str, object_id: str, pupil_id: str | None = None) -> None:
        """Record who did what to which thing."""

    def calendar(self) -> Calendar | None:
        """Return the calendar of this district."""

    def hold_calendar(self) -> None:
        """Let nobody change the calendar of this district until the end of the transaction."""

    def own_calendar(self) -> OwnCalendar | None:
        """Return the calendar of this school, if it has one."""

    def take_own_calendar(self) -> OwnCalendar:
        """Return the calendar of this school, a new one if need be, and hold it until the end of the transaction."""

    def keep_own_calendar(self, own: OwnCalendar) -> None:
        """Let the school's calendar be this from now on."""

    def keep_edition(self, edition: Edition) -> None:
        """Write a change down, for ever."""

    def editions(self, most: int) -> tuple[Edition, ...]:
        """Return the latest changes, newest first."""
