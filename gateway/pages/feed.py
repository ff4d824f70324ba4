"""Feed: a school's calendar as iCalendar (RFC 5545), for phones and other programs to subscribe to."""

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar as Feed
from icalendar import Event

from contracts.directory.calendar import Calendar
from contracts.directory.school import School
from gateway.pages.agenda import Entry, agenda

CONTENT_TYPE = "text/calendar; charset=utf-8"
REFRESHED = timedelta(hours=12)
LABELS = {"term": "学期", "holiday": "放假", "swapped": "调休", "school_day": "校内安排"}


def feed_of(school: School, calendar: Calendar) -> str:
    """Return the feed. The same calendar gives the same text; an entry keeps its id for as long as it begins then."""
    feed = Feed()
    feed.add("PRODID", "-//Qingfu//School calendar//ZH")
    feed.add("VERSION", "2.0")
    feed.add("METHOD", "PUBLISH")
    feed.add("X-WR-CALNAME", f"{school.name}校历")
    feed.add("REFRESH-INTERVAL", REFRESHED, parameters={"VALUE": "DURATION"})
    for entry in agenda(calendar):
        feed.add_component(_event(school, calendar, entry))
    return feed.to_ical().decode()


def _event(school: School, calendar: Calendar, entry: Entry) -> Event:
    event = Event()
    event.add("UID", f"{school.school_id}-{entry.kind}-{entry.first}@qingfu")
    event.add("DTSTAMP", datetime.combine(entry.first, time(), UTC))
    event.add("SEQUENCE", calendar.version)
    event.add("DTSTART", entry.first)
    event.add("DTEND", entry.last + timedelta(days=1))
    event.add("SUMMARY", entry.words)
    event.add("CATEGORIES", [LABELS[entry.kind]])
    event.add("TRANSP", "TRANSPARENT")
    event.add("STATUS", "TENTATIVE" if entry.tentative else "CONFIRMED")
    return event
