"""校历: a school's year for anybody: what is out of the ordinary as a list, every date as months, and a feed."""

from datetime import date
from typing import Any

from flask import Blueprint, Response, request, url_for

from contracts.directory.calendar import CALENDAR, Calendar, ReadCalendar
from contracts.directory.school import School
from contracts.errors import NotFound
from gateway import here
from gateway.access import public
from gateway.known_calendar import known
from gateway.pages.agenda import agenda
from gateway.pages.beside import code_of
from gateway.pages.day import FIRST_YEAR, LAST_YEAR
from gateway.pages.feed import CONTENT_TYPE, feed_of
from gateway.pages.seasons import seasons_between, words_of
from gateway.pages.year import FIRST_MONTH, months_of, school_year_of
from gateway.posted import posted, posted_file
from gateway.public_pages import subject
from gateway.school import school_of, visitor_of
from plumbing import clock

page = Blueprint("calendar", __name__)


@page.get("/schools/<code>/calendar")
@public
def year(code: str) -> Response:
    """Show a school year, the present one where none is named."""
    school, shown_year = school_of(code), _year_in_address()
    address = url_for(".year", code=school.code, year=shown_year, _external=True)

    def read() -> dict[str, Any]:
        calendar = _calendar(school)
        first, last = date(shown_year, FIRST_MONTH, 1), date(shown_year + 1, FIRST_MONTH, 1)
        return {
            "school": school, "year": shown_year, "calendar": calendar,
            "months": months_of(shown_year, known(calendar)),
            "entries": [entry for entry in agenda(calendar) if first <= entry.first < last],
            "seasons": seasons_between(calendar, first, last), "words_of": words_of,
            "provisional": calendar.provisional_from is not None and calendar.provisional_from < last,
            "address": address, "picture": code_of(address),
        }

    return posted(subject(school, address), "calendar.html", read)


@page.get("/schools/<code>/calendar.ics")
@public
def feed(code: str) -> Response:
    """Give the calendar to a phone or another program that subscribes to it."""
    school = school_of(code)
    address = url_for(".feed", code=school.code, _external=True)
    return posted_file(subject(school, address), CONTENT_TYPE, lambda: feed_of(school, _calendar(school)))


def _calendar(school: School) -> Calendar:
    return here.houses().ask(CALENDAR, ReadCalendar(), visitor_of(school))


def _year_in_address() -> int:
    """Return ?year=, the present school year where none is named. Raises NotFound for what is no year of a school."""
    asked = request.args.get("year")
    if asked is None:
        return school_year_of(clock.today())
    if not (asked.isascii() and asked.isdecimal() and FIRST_YEAR <= int(asked[:5]) < LAST_YEAR):
        raise NotFound
    return int(asked)
