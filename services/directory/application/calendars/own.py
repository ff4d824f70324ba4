"""A school's own calendar: its office changes days and terms; what is in force then is announced whole."""

from dataclasses import replace

from contracts.directory.calendar import Calendar, CalendarPublished, Mark, MarkedDay, Term
from contracts.directory.own_calendar import (
    CalendarStands,
    Edition,
    Editions,
    ListEditions,
    MarkDay,
    MoveTerm,
    UnmarkDay,
)
from contracts.errors import Conflict, InvalidRequest, NotFound
from engines.schooldays import CalendarContradicts, DayKind, SchoolCalendar
from services.directory.application.asker import asker
from services.directory.application.calendars.document import counted, day_of, stated, term_of
from services.directory.application.calendars.own_unit import CalendarUnit, OwnCalendar
from services.directory.domain.calendar_changes import CalendarChanges
from services.directory.domain.room_for_term import room_for

MOST_EDITIONS = 100
Change = MarkDay | UnmarkDay | MoveTerm
_ACTIONS: dict[type, str] = {MarkDay: "mark_day", UnmarkDay: "unmark_day", MoveTerm: "move_term"}


def mark_day(unit: CalendarUnit, ask: MarkDay) -> CalendarStands:
    """Let the day be what the office says. Raises InvalidRequest, with what would pass, and Conflict."""
    own = _held(unit, ask.version)
    day = MarkedDay(on=ask.on, mark=ask.mark, name=ask.name, follows_weekday=ask.follows_weekday)
    if ask.mark is Mark.HOLIDAY and ask.follows_weekday is not None:
        raise refused("follows_weekday", "放假的日子没有课表，请留空。")
    changes = own.changes.marking(day_of(day))
    calendar = _over(unit, changes, field="on")
    if ask.mark is Mark.WORKDAY and calendar.kind_of(ask.on) is DayKind.VACATION:
        raise refused("on", "这一天不在任何学期里，标成上学也没有课。请先调整学期的起止日期，或者换一天。")
    return _stands(unit, replace(own, changes=changes), calendar, ask)


def unmark_day(unit: CalendarUnit, ask: UnmarkDay) -> CalendarStands:
    """Give the day back to the district's calendar. Raises InvalidRequest for a day the school has not changed."""
    own = _held(unit, ask.version)
    if not own.changes.marks(ask.on):
        raise refused("on", "本校没有改过这一天，不用恢复。")
    changes = own.changes.unmarking(ask.on)
    return _stands(unit, replace(own, changes=changes), _over(unit, changes, field="on"), ask)


def move_term(unit: CalendarUnit, ask: MoveTerm) -> CalendarStands:
    """Let the term begin and end on these days. Raises InvalidRequest, with what would pass, and Conflict."""
    own = _held(unit, ask.version)
    _check_room(_over(unit, own.changes, field="first"), ask)
    changes = own.changes.moving(term_of(Term(name=ask.name, first=ask.first, last=ask.last)))
    return _stands(unit, replace(own, changes=changes), _over(unit, changes, field="first"), ask)


def list_editions(unit: CalendarUnit, ask: ListEditions) -> Editions:
    """Return how the school has changed its calendar, newest change first."""
    return Editions(editions=unit.editions(MOST_EDITIONS))


def restate(unit: CalendarUnit) -> None:
    """Announce the school's calendar anew where its district's has changed under it.

    Where the school's changes contradict the district's new calendar, what was announced stays until the office acts.
    """
    own = unit.own_calendar()
    if own is None or not own.version:
        return
    try:
        announced = stated(_over(unit, own.changes, field="first"), own.version, own.changes)
    except InvalidRequest:
        return
    if announced != own.announced:
        _announce(unit, replace(own, announced=announced), announced)


def _held(unit: CalendarUnit, version: int) -> OwnCalendar:
    unit.hold_calendar()
    own = unit.take_own_calendar()
    if own.version != version:
        raise Conflict(details={"stands": {"version": own.version}})
    return own


def _over(unit: CalendarUnit, changes: CalendarChanges, *, field: str) -> SchoolCalendar:
    district = unit.calendar()
    if district is None:
        raise NotFound
    try:
        return changes.over(counted(district))
    except CalendarContradicts as problem:
        raise refused(field, str(problem)) from problem


def _check_room(calendar: SchoolCalendar, ask: MoveTerm) -> None:
    """Refuse days that lie in another term, and say which do not."""
    term = next((term for term in calendar.terms if term.name == ask.name), None)
    if term is None:
        raise NotFound
    if ask.last < ask.first:
        raise refused("last", f"最后一天不能早于开学，请选 {ask.first} 或以后的日期。")
    room = room_for(term, calendar.terms)
    if room.earliest and ask.first < room.earliest:
        raise refused("first", f"会和前一个学期重叠，请选 {room.earliest} 或以后的日期。")
    if room.latest and ask.last > room.latest:
        raise refused("last", f"会和后一个学期重叠，请选 {room.latest} 或以前的日期。")


def _stands(unit: CalendarUnit, own: OwnCalendar, calendar: SchoolCalendar, ask: Change) -> CalendarStands:
    action, version = _ACTIONS[type(ask)], own.version + 1
    announced = stated(calendar, version, own.changes)
    _announce(unit, replace(own, version=version, announced=announced), announced)
    unit.keep_edition(Edition(
        version=version, action=action, about=ask.name if isinstance(ask, MoveTerm) else ask.on.isoformat(),
        reason=ask.reason, changed_by=asker(unit).person_id, changed_at=unit.now,
    ))
    unit.audit(action, "calendar", own.calendar_id)
    return CalendarStands(version=version)


def _announce(unit: CalendarUnit, own: OwnCalendar, announced: Calendar) -> None:
    unit.keep_own_calendar(own)
    unit.emit(CalendarPublished(
        calendar_id=own.calendar_id, terms=announced.terms, marked=announced.marked,
        provisional_from=announced.provisional_from, seasons=announced.seasons,
    ))


def refused(field: str, words: str) -> InvalidRequest:
    """Return the refusal of one field, with what would pass."""
    return InvalidRequest(details={"fields": {field: [words]}})
