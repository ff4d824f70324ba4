"""公示栏: every class of a school on one day, for anybody, on a phone, a screen or an A4 sheet (H4)."""

from itertools import groupby

import segno
from flask import Blueprint, Response, request, url_for
from markupsafe import Markup

from contracts.homework.board import BOARD, Board, ClassDay, ReadBoard
from gateway import here, view
from gateway.access import public
from gateway.pages.bar import bar_of
from gateway.pages.day import ONE_DAY, day_in_address
from gateway.school import school_of, visitor_of
from gateway.texts.classes import class_name

page = Blueprint("board", __name__)
ALWAYS_ASK_AGAIN = "public, no-cache"


@page.get("/schools/<code>/board")
@public
def board(code: str) -> Response:
    """Show the day's board; browsers that have it already are told so by its ETag."""
    school = school_of(code)
    day = day_in_address()
    found = here.houses().ask(BOARD, ReadBoard(day=day), visitor_of(school))
    address = url_for(".board", code=school.code, day=day.isoformat(), _external=True)
    response = view.page(
        "board.html", school=school, board=found, grades=_by_grade(found), yesterday=day - ONE_DAY,
        tomorrow=day + ONE_DAY, class_name=class_name, bar_of=bar_of, address=address, picture=_picture(address),
    )
    response.headers["Cache-Control"] = ALWAYS_ASK_AGAIN
    response.add_etag()
    response.make_conditional(request)
    return response


def _by_grade(found: Board) -> list[tuple[int, list[ClassDay]]]:
    return [(grade, list(classes)) for grade, classes in groupby(found.classes, key=lambda c: c.grade)]


def _picture(address: str) -> Markup:
    """Return the QR code that leads from paper to this very page."""
    return Markup(segno.make(address, error="m").svg_inline(svgclass="q-code", omitsize=True, lineclass=None))  # noqa: S704
