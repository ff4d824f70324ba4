"""The school's own calendar in memory: the real use cases over what a test says its district's calendar is."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from contracts.actor import Actor
from contracts.directory.calendar import Calendar, Mark, MarkedDay, ReadCalendar, Term
from contracts.directory.own_calendar import (
    CalendarStands,
    Edition,
    Editions,
    ListEditions,
    MarkDay,
    MoveTerm,
    UnmarkDay,
)
from contracts.event import Event
from plumbing import clock, ids
from services.directory.application.calendars import own as use_cases
from services.directory.application.calendars.own_unit import OwnCalendar
from services.directory.application.schools import read_calendar


@dataclass
class CalendarUnit:
    """What the use cases need of a transaction; `announced` are the events they promise."""

    district: Calendar | None = None
    actor: Actor | None = None
    own: OwnCalendar | None = None
    kept: list[Edition] = field(default_factory=list)
    announced: list[Event] = field(default_factory=list)
    now: datetime = field(default_factory=clock.now)

    def new_id(self) -> str:
        return ids.new_id()

    def emit(self, event: Event) -> None:
        self.announced.append(event)

    def audit(self, action: str, object_kind: str, object_id: str, pupil_id: str | None = None) -> None:
        """Nobody reads it here."""

    def calendar(self) -> Calendar | None:
        return self.district

    def own_calendar(self) -> OwnCalendar | None:
        return self.own

    def hold_calendar(self) -> None:
        """Nobody else comes in between here."""

    def take_own_calendar(self) -> OwnCalendar:
        return self.own or OwnCalendar(calendar_id=ids.new_id())

    def keep_own_calendar(self, own: OwnCalendar) -> None:
        self.own = own

    def keep_edition(self, edition: Edition) -> None:
        self.kept.append(edition)

    def editions(self, most: int) -> tuple[Edition, ...]:
        return tuple(reversed(self.kept))[:most]


class Calendars:
    """The part of directory that has to do with a school's own calendar."""

    def __init__(self) -> None:
        today = clock.today()
        term = Term(name="第一学期", first=today - timedelta(80), last=today + timedelta(60))
        self.calendar_unit = CalendarUnit(district=Calendar(terms=(term,), marked=()))

    def calendar(self, ask: ReadCalendar, actor: Actor) -> Calendar:
        return read_calendar(self._as(actor), ask)

    def holiday(self, day: date) -> None:
        """Let a day be free in the whole district."""
        district = self.calendar_unit.district
        assert district is not None
        mark = MarkedDay(on=day, mark=Mark.HOLIDAY, name="放假")
        self.calendar_unit.district = replace(district, marked=(*district.marked, mark))

    def mark_day(self, ask: MarkDay, actor: Actor) -> CalendarStands:
        return use_cases.mark_day(self._as(actor), ask)

    def unmark_day(self, ask: UnmarkDay, actor: Actor) -> CalendarStands:
        return use_cases.unmark_day(self._as(actor), ask)

    def move_term(self, ask: MoveTerm, actor: Actor) -> CalendarStands:
        return use_cases.move_term(self._as(actor), ask)

    def calendar_editions(self, ask: ListEditions, actor: Actor) -> Editions:
        return use_cases.list_editions(self._as(actor), ask)

    def _as(self, actor: Actor) -> CalendarUnit:
        self.calendar_unit.actor = actor
        return self.calendar_unit
