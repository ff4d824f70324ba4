"""A district's calendar: its office changes it, and what is in force then is announced, in every school too."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

from contracts.directory.calendar import CalendarPublished, Mark, MarkedDay, Season, Term
from contracts.directory.district_calendar import (
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
from contracts.directory.own_calendar import CalendarStands, Edition, Editions, ListEditions
from contracts.errors import Conflict, InvalidRequest
from engines.schooldays import CalendarContradicts, SchoolCalendar
from services.directory.application.asker import asker
from services.directory.application.calendars.district_unit import DistrictCalendarUnit, KeptCalendar
from services.directory.application.calendars.document import day_of, days_of, season_of, seasons_of, term_of, terms_of
from services.directory.application.calendars.own import MOST_EDITIONS, refused, restate
from services.directory.domain import district_edits as edits

MOST_DAYS, LONGEST_TERM, NOON = 60, 300, time(12)
Change = MarkDays | UnmarkDays | KeepTerm | DropTerm | SettleDays | KeepSeason | DropSeason
_ACTIONS: dict[type, str] = {
    MarkDays: "mark_days", UnmarkDays: "unmark_days", KeepTerm: "keep_term", DropTerm: "drop_term",
    SettleDays: "settle_days", KeepSeason: "keep_season", DropSeason: "drop_season",
}


def read_district_calendar(unit: DistrictCalendarUnit, ask: ReadDistrictCalendar) -> DistrictCalendar:
    """Return the calendar as published, an empty one where there is none."""
    kept = unit.district_calendar()
    if kept is None:
        return DistrictCalendar(version=0, terms=(), marked=())
    return DistrictCalendar(
        version=kept.version, terms=terms_of(kept.calendar.terms), marked=days_of(kept.calendar.marked),
        provisional_from=kept.calendar.provisional_from, seasons=seasons_of(kept.calendar.seasons),
    )


def mark_days(unit: DistrictCalendarUnit, ask: MarkDays) -> CalendarStands:
    """Let the days be what the office says. Raises InvalidRequest, with what would pass, and Conflict."""
    days = _days(ask.first, ask.last or ask.first)
    if ask.mark is Mark.HOLIDAY and ask.follows_weekday is not None:
        raise refused("follows_weekday", "放假的日子没有课表，请留空。")
    if ask.mark is Mark.WORKDAY and len(days) > 1:
        raise refused("last", "调休上学请一天一天标注，这里留空。")
    marked = [
        day_of(MarkedDay(on=on, mark=ask.mark, name=ask.name, follows_weekday=ask.follows_weekday)) for on in days
    ]
    return _changed(unit, ask, "first", lambda calendar: edits.marking(calendar, marked), _span(days[0], days[-1]))


def unmark_days(unit: DistrictCalendarUnit, ask: UnmarkDays) -> CalendarStands:
    """Let nothing special be said of the days. Raises InvalidRequest where nothing is, and Conflict."""
    days = _days(ask.first, ask.last)

    def edit(calendar: SchoolCalendar) -> SchoolCalendar:
        if not any(ask.first <= day.on <= ask.last for day in calendar.marked):
            raise refused("first", "这些天没有标注过，不用取消。")
        return edits.unmarking(calendar, ask.first, ask.last)

    return _changed(unit, ask, "first", edit, _span(days[0], days[-1]))


def keep_term(unit: DistrictCalendarUnit, ask: KeepTerm) -> CalendarStands:
    """Let there be this term. Raises InvalidRequest, with what would pass, and Conflict."""
    if ask.last < ask.first:
        raise refused("last", f"最后一天不能早于开学，请选 {ask.first} 或以后的日期。")
    if ask.last - ask.first > timedelta(days=LONGEST_TERM):
        raise refused("last", f"一个学期最长 {LONGEST_TERM} 天，请检查两个日期。")
    term = term_of(Term(name=ask.name, first=ask.first, last=ask.last))
    return _changed(unit, ask, "first", lambda calendar: edits.keeping(calendar, term), ask.name)


def drop_term(unit: DistrictCalendarUnit, ask: DropTerm) -> CalendarStands:
    """Let there be no such term. Raises InvalidRequest where there is none, and Conflict."""

    def edit(calendar: SchoolCalendar) -> SchoolCalendar:
        if all(term.name != ask.name for term in calendar.terms):
            raise refused("name", "没有这个学期，请回到区县校历看一下。")
        return edits.dropping(calendar, ask.name)

    return _changed(unit, ask, "name", edit, ask.name)


def settle_days(unit: DistrictCalendarUnit, ask: SettleDays) -> CalendarStands:
    """Let the days be uncertain from then on, or all final. Raises Conflict."""
    about = ask.provisional_from.isoformat() if ask.provisional_from else ""
    return _changed(
        unit, ask, "provisional_from", lambda calendar: edits.settling(calendar, ask.provisional_from), about
    )


def keep_season(unit: DistrictCalendarUnit, ask: KeepSeason) -> CalendarStands:
    """Let this timetable hold from the day on. Raises InvalidRequest, with what would pass, and Conflict."""
    if ask.off_work_at < NOON:
        raise refused("off_work_at", "下班时间按 24 小时写，要在中午以后，例如 17:30。")
    season = season_of(Season(first=ask.first, season=ask.season, off_work_at=ask.off_work_at))

    def edit(calendar: SchoolCalendar) -> SchoolCalendar:
        if ask.instead_of:
            _check_season(calendar, ask.instead_of)
        return edits.keeping_season(calendar, season, ask.instead_of)

    return _changed(unit, ask, "first", edit, ask.first.isoformat())


def drop_season(unit: DistrictCalendarUnit, ask: DropSeason) -> CalendarStands:
    """Let no timetable begin on the day. Raises InvalidRequest where none does, and Conflict."""

    def edit(calendar: SchoolCalendar) -> SchoolCalendar:
        _check_season(calendar, ask.first)
        return edits.dropping_season(calendar, ask.first)

    return _changed(unit, ask, "first", edit, ask.first.isoformat())


def list_district_editions(unit: DistrictCalendarUnit, ask: ListEditions) -> Editions:
    """Return how the district has changed its calendar, newest change first."""
    return Editions(editions=unit.district_editions(MOST_EDITIONS))


def _days(first: date, last: date) -> list[date]:
    if last < first:
        raise refused("last", f"最后一天不能早于第一天，请选 {first} 或以后的日期。")
    if last - first >= timedelta(days=MOST_DAYS):
        raise refused("last", f"一次最多标注 {MOST_DAYS} 天，请检查两个日期。")
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _check_season(calendar: SchoolCalendar, first: date) -> None:
    if all(season.first != first for season in calendar.seasons):
        raise refused("first", f"没有从 {first} 起的作息，请回到区县校历看一下。")


def _span(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first}/{last}"


def _changed(
    unit: DistrictCalendarUnit, ask: Change, field: str, edit: Callable[[SchoolCalendar], SchoolCalendar], about: str
) -> CalendarStands:
    kept = unit.take_district_calendar()
    if kept.version != ask.version:
        raise Conflict(details={"stands": {"version": kept.version}})
    stands = replace(kept, version=kept.version + 1, calendar=_edited(kept, field, edit))
    unit.keep_district_calendar(stands)
    unit.emit(_published(stands))
    unit.keep_district_edition(Edition(
        version=stands.version, action=_ACTIONS[type(ask)], about=about, reason=ask.reason,
        changed_by=asker(unit).person_id, changed_at=unit.now,
    ))
    unit.audit(_ACTIONS[type(ask)], "calendar", stands.calendar_id)
    for inside in unit.each_school():
        restate(inside)
    return CalendarStands(version=stands.version)


def _edited(kept: KeptCalendar, field: str, edit: Callable[[SchoolCalendar], SchoolCalendar]) -> SchoolCalendar:
    try:
        return edit(kept.calendar)
    except CalendarContradicts as problem:
        raise InvalidRequest(details={"fields": {field: [str(problem)]}}) from problem


def _published(kept: KeptCalendar) -> CalendarPublished:
    return CalendarPublished(
        calendar_id=kept.calendar_id, terms=terms_of(kept.calendar.terms), marked=days_of(kept.calendar.marked),
        provisional_from=kept.calendar.provisional_from, seasons=seasons_of(kept.calendar.seasons),
    )
