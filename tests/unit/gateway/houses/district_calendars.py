"""The district's calendar in memory: the real use cases, over the one that the school's calendar is laid on."""

from collections.abc import Iterator

from contracts.actor import Actor
from contracts.directory import district_calendar as of
from contracts.directory.calendar import Calendar
from contracts.directory.own_calendar import CalendarStands, Edition, Editions, ListEditions
from contracts.event import Event
from plumbing import clock
from services.directory.application.calendars import district as use_cases
from services.directory.application.calendars.district_unit import KeptCalendar
from services.directory.application.calendars.document import counted, days_of, seasons_of, terms_of
from tests.unit.gateway.houses.calendars import Calendars, CalendarUnit
from tests.unit.gateway.houses.people import number


class DistrictUnit:
    """A district of one school. `version` grows with each change."""

    def __init__(self, school: CalendarUnit):
        self.school, self.version, self.kept = school, 0, list[Edition]()
        self.actor: Actor | None = None
        self.now = clock.now()

    def emit(self, event: Event) -> None:
        self.school.emit(event)

    def audit(self, action: str, object_kind: str, object_id: str, pupil_id: str | None = None) -> None:
        """Nobody reads it here."""

    def district_calendar(self) -> KeptCalendar | None:
        stated = self.school.district or Calendar(terms=(), marked=())
        return KeptCalendar(calendar_id=number(8), version=self.version, calendar=counted(stated))

    def take_district_calendar(self) -> KeptCalendar:
        found = self.district_calendar()
        assert found is not None
        return found

    def keep_district_calendar(self, kept: KeptCalendar) -> None:
        self.version = kept.version
        self.school.district = Calendar(
            terms=terms_of(kept.calendar.terms), marked=days_of(kept.calendar.marked),
            provisional_from=kept.calendar.provisional_from, seasons=seasons_of(kept.calendar.seasons),
        )

    def keep_district_edition(self, edition: Edition) -> None:
        self.kept.append(edition)

    def district_editions(self, most: int) -> tuple[Edition, ...]:
        return tuple(reversed(self.kept))[:most]

    def each_school(self) -> Iterator[CalendarUnit]:
        yield self.school


class DistrictCalendars(Calendars):
    """The part of directory that has to do with a district's calendar."""

    def __init__(self) -> None:
        super().__init__()
        self.district_unit = DistrictUnit(self.calendar_unit)

    def district_calendar(self, ask: of.ReadDistrictCalendar, actor: Actor) -> of.DistrictCalendar:
        return use_cases.read_district_calendar(self._of(actor), ask)

    def district_calendar_editions(self, ask: ListEditions, actor: Actor) -> Editions:
        return use_cases.list_district_editions(self._of(actor), ask)

    def mark_days(self, ask: of.MarkDays, actor: Actor) -> CalendarStands:
        return use_cases.mark_days(self._of(actor), ask)

    def unmark_days(self, ask: of.UnmarkDays, actor: Actor) -> CalendarStands:
        return use_cases.unmark_days(self._of(actor), ask)

    def keep_term(self, ask: of.KeepTerm, actor: Actor) -> CalendarStands:
        return use_cases.keep_term(self._of(actor), ask)

    def drop_term(self, ask: of.DropTerm, actor: Actor) -> CalendarStands:
        return use_cases.drop_term(self._of(actor), ask)

    def settle_days(self, ask: of.SettleDays, actor: Actor) -> CalendarStands:
        return use_cases.settle_days(self._of(actor), ask)

    def keep_season(self, ask: of.KeepSeason, actor: Actor) -> CalendarStands:
        return use_cases.keep_season(self._of(actor), ask)

    def drop_season(self, ask: of.DropSeason, actor: Actor) -> CalendarStands:
        return use_cases.drop_season(self._of(actor), ask)

    def _of(self, actor: Actor) -> DistrictUnit:
        self.district_unit.actor = actor
        return self.district_unit
