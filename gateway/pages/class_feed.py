"""A class's calendar for phones: its school's days, and the homework of last week, this one and the next."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from flask import Blueprint, Response, url_for

from contracts.directory.calendar import CALENDAR, ReadCalendar
from contracts.directory.school import School
from contracts.errors import NotFound
from contracts.homework.board import WEEK, ClassDay, ReadWeek
from gateway import here
from gateway.access import public
from gateway.pages.feed import CONTENT_TYPE, class_feed_of
from gateway.posted import posted_file
from gateway.public_pages import subject
from gateway.school import school_of, visitor_of
from plumbing import clock

page = Blueprint("class_feed", __name__)
ONE_WEEK, WEEKS = timedelta(weeks=1), 3


@page.get("/schools/<code>/classes/<uuid:class_id>/calendar.ics")
@public
def feed(code: str, class_id: UUID) -> Response:
    """Give the class's calendar to whoever subscribes to it: what it tells is on the public board."""
    school, today = school_of(code), clock.today()
    monday = today - timedelta(days=today.weekday()) - ONE_WEEK
    address = url_for(".feed", code=school.code, class_id=class_id, _external=True)
    board = url_for("board.board", code=school.code, _external=True)

    def read() -> str:
        weeks = [_week(school, str(class_id), monday + number * ONE_WEEK) for number in range(WEEKS)]
        calendar = here.houses().ask(CALENDAR, ReadCalendar(), visitor_of(school))
        days = [day for week in weeks for day in week()]
        if not days:
            raise NotFound
        return class_feed_of(school, calendar, days, board)

    span = (monday, monday + WEEKS * ONE_WEEK - timedelta(days=1))
    return posted_file(subject(school, address, days=span), CONTENT_TYPE, read)


def _week(school: School, class_id: str, monday: date) -> Callable[[], list[tuple[date, ClassDay]]]:
    """Ask for a week of the class, and return how to read the answer: its days, each with what the class has."""
    asked = here.houses().later(WEEK, ReadWeek(day=monday, class_ids=(class_id,)), visitor_of(school))

    def days() -> list[tuple[date, ClassDay]]:
        boards = asked.answer().boards
        return [(one.day, of) for one in boards for of in one.classes if of.class_id == class_id]

    return days
