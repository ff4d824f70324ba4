"""The district's calendar, and its changes."""

from typing import Any

from contracts.directory.district_calendar import (
    DISTRICT_CALENDAR,
    DISTRICT_EDITIONS,
    DROP_SEASON,
    DROP_TERM,
    KEEP_SEASON,
    KEEP_TERM,
    MARK_DAYS,
    SETTLE_DAYS,
    UNMARK_DAYS,
    DistrictCalendar,
    DropSeason,
    DropTerm,
    KeepSeason,
    KeepTerm,
    MarkDays,
    ReadDistrictCalendar,
    SettleDays,
    UnmarkDays,
)
from contracts.directory.own_calendar import Editions, ListEditions
from plumbing.caller import Caller
from plumbing.doors import answers
from services.directory.application.calendars import district as use_cases
from services.directory.door.own_house import OwnHouse


class DistrictCalendars(OwnHouse):
    """The district's calendar, and its changes."""

    @answers(DISTRICT_CALENDAR)
    def district_calendar(self, ask: ReadDistrictCalendar, caller: Caller) -> DistrictCalendar:
        """Show the district's calendar."""
        return self.house.query(use_cases.read_district_calendar, ask, caller)

    @answers(DISTRICT_EDITIONS)
    def district_calendar_editions(self, ask: ListEditions, caller: Caller) -> Editions:
        """Say how the district has changed its calendar."""
        return self.house.query(use_cases.list_district_editions, ask, caller)

    @answers(MARK_DAYS)
    def mark_days(self, ask: MarkDays, caller: Caller) -> dict[str, Any]:
        """Say what days are in the whole district."""
        return self.house.command_of_district(use_cases.mark_days, ask, caller)

    @answers(UNMARK_DAYS)
    def unmark_days(self, ask: UnmarkDays, caller: Caller) -> dict[str, Any]:
        """Say nothing special of days any more."""
        return self.house.command_of_district(use_cases.unmark_days, ask, caller)

    @answers(KEEP_TERM)
    def keep_term(self, ask: KeepTerm, caller: Caller) -> dict[str, Any]:
        """Let there be a term."""
        return self.house.command_of_district(use_cases.keep_term, ask, caller)

    @answers(DROP_TERM)
    def drop_term(self, ask: DropTerm, caller: Caller) -> dict[str, Any]:
        """Let there be no such term."""
        return self.house.command_of_district(use_cases.drop_term, ask, caller)

    @answers(SETTLE_DAYS)
    def settle_days(self, ask: SettleDays, caller: Caller) -> dict[str, Any]:
        """Say from when on days are uncertain."""
        return self.house.command_of_district(use_cases.settle_days, ask, caller)

    @answers(KEEP_SEASON)
    def keep_season(self, ask: KeepSeason, caller: Caller) -> dict[str, Any]:
        """Say which timetable holds from a day on."""
        return self.house.command_of_district(use_cases.keep_season, ask, caller)

    @answers(DROP_SEASON)
    def drop_season(self, ask: DropSeason, caller: Caller) -> dict[str, Any]:
        """Let no timetable begin on a day."""
        return self.house.command_of_district(use_cases.drop_season, ask, caller)
