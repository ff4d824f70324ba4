"""Feed: a school's calendar, or a class's, as iCalendar (RFC 5545), for phones and other programs to subscribe to."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar as Feed
from icalendar import Event

from contracts.directory.calendar import Calendar
from contracts.directory.school import School
from contracts.homework.assignment import Assignment
from contracts.homework.board import ClassDay
from gateway.pages.agenda import Entry, agenda
from gateway.texts.classes import class_name

CONTENT_TYPE = "text/calendar; charset=utf-8"
REFRESHED = timedelta(hours=12)
REFRESHED_BY_CLASS = timedelta(hours=1)
LABELS = {"term": "学期", "holiday": "放假", "swapped": "调休", "school_day": "校内安排"}
ONE_DAY = timedelta(days=1)


def feed_of(school: School, calendar: Calendar) -> str:
    """Return the feed. The same calendar gives the same text; an entry keeps its id for as long as it begins then."""
    return _text(_feed(f"{school.name}校历", REFRESHED, _entries(school, calendar)))


def class_feed_of(school: School, calendar: Calendar, days: Iterable[tuple[date, ClassDay]], board: str) -> str:
    """Return the feed of a class: its school's calendar, and the homework of these days, which leads to `board`.

    The same homework gives the same text; a day keeps its id, and its sequence grows with each change.
    """
    known = list(days)
    name = class_name(known[0][1].grade, known[0][1].number)
    homework = (_homework(of_class, on, name, board) for on, of_class in known if _standing(of_class))
    return _text(_feed(f"{school.name}{name}", REFRESHED_BY_CLASS, (*_entries(school, calendar), *homework)))


def _feed(name: str, refreshed: timedelta, events: Iterable[Event]) -> Feed:
    feed = Feed()
    feed.add("PRODID", "-//Qingfu//School calendar//ZH")
    feed.add("VERSION", "2.0")
    feed.add("METHOD", "PUBLISH")
    feed.add("X-WR-CALNAME", name)
    feed.add("REFRESH-INTERVAL", refreshed, parameters={"VALUE": "DURATION"})
    for event in events:
        feed.add_component(event)
    return feed


def _text(feed: Feed) -> str:
    return feed.to_ical().decode()


def _entries(school: School, calendar: Calendar) -> Iterable[Event]:
    return (_entry(school, calendar, entry) for entry in agenda(calendar))


def _entry(school: School, calendar: Calendar, entry: Entry) -> Event:
    event = _whole_days(f"{school.school_id}-{entry.kind}-{entry.first}", entry.first, entry.last)
    event.add("SEQUENCE", calendar.version)
    event.add("SUMMARY", entry.words)
    event.add("CATEGORIES", [LABELS[entry.kind]])
    event.add("STATUS", "TENTATIVE" if entry.tentative else "CONFIRMED")
    return event


def _homework(of_class: ClassDay, on: date, name: str, board: str) -> Event:
    """Subjects and minutes only; what is to be done, and what has been corrected, stands on the board (N4)."""
    event = _whole_days(f"{of_class.class_id}-homework-{on}", on, on)
    event.add("SEQUENCE", sum(piece.sequence for piece in of_class.assignments))
    said = "、".join(f"{piece.subject} {piece.minutes} 分钟" for piece in _standing(of_class))
    event.add("SUMMARY", f"{name}作业：{said}")
    event.add("CATEGORIES", ["作业"])
    event.add("URL", f"{board}?day={on}")
    event.add("STATUS", "CONFIRMED")
    return event


def _standing(of_class: ClassDay) -> list[Assignment]:
    return [piece for piece in of_class.assignments if piece.state != "withdrawn"]


def _whole_days(name: str, first: date, last: date) -> Event:
    event = Event()
    event.add("UID", f"{name}@qingfu")
    event.add("DTSTAMP", datetime.combine(first, time(), UTC))
    event.add("DTSTART", first)
    event.add("DTEND", last + ONE_DAY)
    event.add("TRANSP", "TRANSPARENT")
    return event
