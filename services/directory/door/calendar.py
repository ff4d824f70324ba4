"""The school's calendar, and its changes."""

from contracts.directory.calendar import CALENDAR, Calendar, ReadCalendar
from contracts.directory.own_calendar import (
    EDITIONS,
    MARK_DAY,
    MOVE_TERM,
    UNMARK_DAY,
    Editions,
    ListEditions,
    MarkDay,
    MoveTerm,
    UnmarkDay,
)
from plumbing.caller import Caller
from plumbing.doors import answers
from services.directory.application.calendars.own import list_editions, mark_day, move_term, unmark_day
from services.directory.application.schools import read_calendar
from services.directory.door.own_house import OwnHouse


class Calendars(OwnHouse):
    """The school's calendar, and its changes."""

    @answers(CALENDAR)
    def calendar(self, ask: ReadCalendar, caller: Caller) -> Calendar:
        """Show the school's calendar."""
        return self.house.query(read_calendar, ask, caller)

    @answers(MARK_DAY)
    def mark_day(self, ask: MarkDay, caller: Caller) -> dict[str, object]:
        """Say what a day is at the school."""
        return self.house.command(mark_day, ask, caller)

    @answers(UNMARK_DAY)
    def unmark_day(self, ask: UnmarkDay, caller: Caller) -> dict[str, object]:
        """Give a day back to the district's calendar."""
        return self.house.command(unmark_day, ask, caller)

    @answers(MOVE_TERM)
    def move_term(self, ask: MoveTerm, caller: Caller) -> dict[str, object]:
        """Let a term begin or end on other days."""
        return self.house.command(move_term, ask, caller)

    @answers(EDITIONS)
    def calendar_editions(self, ask: ListEditions, caller: Caller) -> Editions:
        """Say how the school has changed its calendar."""
        return self.house.query(list_editions, ask, caller)
