"""Child's calendar: each place on each school day of its term, by the hours of the season (E7, E11); RFC 5545."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar as Feed
from icalendar import Event

from contracts.directory.calendar import Calendar
from contracts.enrolment.child_times import ChildTime, ChildTimes
from engines.schooldays import SchoolCalendar, SeasonName
from gateway.known_calendar import known
from plumbing.clock import SCHOOL_PLACE

_ONE_DAY = timedelta(days=1)


def child_calendar(found: ChildTimes, calendar: Calendar, whose: str) -> str:
    """Return the feed. The same places and the same calendar give the same text; a day keeps its id."""
    feed = Feed()
    feed.add("PRODID", "-//Qingfu//After school//ZH")
    feed.add("VERSION", "2.0")
    feed.add("METHOD", "PUBLISH")
    feed.add("X-WR-CALNAME", f"{whose}课后服务")
    days = known(calendar)
    for one in found.times:
        for on in school_days_of(one, days):
            feed.add_component(_event(found.pupil_id, one, on, days, calendar.version))
    return feed.to_ical().decode()


def school_days_of(one: ChildTime, calendar: SchoolCalendar) -> Iterator[date]:
    """Yield the days of the term on which the child comes: a swapped day (调休) counts as the day it follows."""
    on = one.first_day
    while on <= one.last_day:
        if calendar.timetable_weekday(on) in one.weekdays:
            yield on
        on += _ONE_DAY


def hours_on(one: ChildTime, on: date, calendar: SchoolCalendar) -> tuple[time, time, time]:
    """Return when it begins and ends on the day, and until when the child is collected."""
    season = calendar.season_on(on)
    if season is None or season.season is not SeasonName.SUMMER:
        return one.starts_at, one.ends_at, one.collect_by
    return (
        one.summer_starts_at or one.starts_at, one.summer_ends_at or one.ends_at,
        one.summer_collect_by or one.collect_by,
    )


def _event(pupil_id: str, one: ChildTime, on: date, calendar: SchoolCalendar, version: int) -> Event:
    starts_at, ends_at, collect_by = hours_on(one, on, calendar)
    event = Event()
    event.add("UID", f"{pupil_id}-{one.offering_id}-{on}@qingfu")
    event.add("DTSTAMP", _moment(on, time()))
    event.add("DTSTART", _moment(on, starts_at))
    event.add("DTEND", _moment(on, ends_at))
    event.add("SEQUENCE", one.changes + version)
    event.add("SUMMARY", one.title)
    if one.location:
        event.add("LOCATION", one.location)
    event.add("DESCRIPTION", f"最晚 {collect_by:%H:%M} 接")
    event.add("CATEGORIES", ["课后服务"])
    event.add("STATUS", "TENTATIVE" if calendar.is_provisional(on) else "CONFIRMED")
    return event


def _moment(on: date, at: time) -> datetime:
    return datetime.combine(on, at, SCHOOL_PLACE).astimezone(UTC)
