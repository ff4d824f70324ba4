"""公示栏: every class of a school on one day, for anybody, on a phone, a screen or paper (H4)."""

from itertools import groupby
from typing import Any

import segno
from flask import Blueprint, Response, url_for
from markupsafe import Markup

from contracts.homework.board import BOARD, Board, ClassDay, ReadBoard
from gateway import here
from gateway.access import public
from gateway.pages.bar import bar_of
from gateway.pages.day import ONE_DAY, day_in_address
from gateway.posted import posted
from gateway.public_pages import subject
from gateway.school import school_of, visitor_of
from gateway.texts.classes import class_name

page = Blueprint("board", __name__)


@page.get("/schools/<code>/board")
@public
def board(code: str) -> Response:
    """Show the day's board; browsers that have it already are told so by its ETag."""
    school, day = school_of(code), day_in_address()
    address = url_for(".board", code=school.code, day=day.isoformat(), _external=True)

    def read() -> dict[str, Any]:
        found = here.houses().ask(BOARD, ReadBoard(day=day), visitor_of(school))
        return {
            "school": school, "board": found, "grades": _by_grade(found), "yesterday": day - ONE_DAY,
            "tomorrow": day + ONE_DAY, "class_name": class_name, "bar_of": bar_of, "address": address,
            "picture": _picture(address),
        }

    return posted(subject(school, address, days=(day, day)), "board.html", read)


def _by_grade(found: Board) -> list[tuple[int, list[ClassDay]]]:
    return [(grade, list(classes)) for grade, classes in groupby(found.classes, key=lambda c: c.grade)]


def _picture(address: str) -> Markup:
    """Return the QR code that leads from paper to this very page."""
    return Markup(segno.make(address, error="m").svg_inline(svgclass="q-code", omitsize=True, lineclass=None))  # noqa: S704
