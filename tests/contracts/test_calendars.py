"""A calendar that is announced is one calendar: every house that keeps it counts the same days and seasons."""

import json
from pathlib import Path

import pytest

from contracts.directory.calendar import Calendar, CalendarPublished
from engines.schooldays import SchoolCalendar
from gateway.known_calendar import known
from services.directory.application.calendars.document import counted
from services.enrolment.application.calendar import school_calendar
from services.homework.domain.calendar import calendar_of

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("directory.calendar_published.v1*.json"))


def parts_of(calendar: SchoolCalendar) -> int:
    return len(calendar.terms) + len(calendar.marked) + len(calendar.seasons) + bool(calendar.provisional_from)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_house_reads_an_announced_calendar_alike_and_whole(path: Path) -> None:
    stored = json.loads(path.read_text(encoding="utf-8"))
    event = CalendarPublished.load(stored)
    at_homework = calendar_of(stored)
    assert parts_of(at_homework) == sum(len(part) for part in stored.values() if isinstance(part, list)) + 1
    assert at_homework == school_calendar(event) == counted(event) == known(Calendar.load({
        name: part for name, part in stored.items() if name != "calendar_id"
    }))
