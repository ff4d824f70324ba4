"""大屏: today's board for the screen in the hall, a few classes at a time, turning by itself, with nothing to press."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, request, url_for

from contracts.errors import NotFound, ServiceError
from contracts.homework.board import BOARD, Board, ClassDay, ReadBoard
from gateway import here, view
from gateway.access import public
from gateway.pages.bar import bar_of
from gateway.pages.beside import by_grade, code_of
from gateway.posted import posted
from gateway.public_pages import subject
from gateway.school import school_of, visitor_of
from gateway.statuses import status_of
from gateway.texts.classes import class_name
from plumbing import clock

page = Blueprint("board_screen", __name__)
CLASSES_ON_A_SCREEN, SECONDS_A_SCREEN = 6, 20
FIRST = 1


@dataclass(frozen=True, kw_only=True)
class Screen:
    """What is seen at once: classes of one grade."""

    grade: int
    classes: Sequence[ClassDay]


@page.get("/schools/<code>/board/screen")
@public
def screen(code: str) -> Response:
    """Show one screen of today's board and go on to the next after a while; with `hold` it stays.

    A screen hangs where nobody reloads it: while nothing can be read it says so, and tries again.
    """
    asked, hold = request.args.get("page", ""), "hold" in request.args
    number = int(asked) if asked.isdecimal() and len(asked) < 4 else FIRST
    try:
        return _screen(code, number, hold)
    except NotFound:
        raise
    except ServiceError as problem:
        again = url_for(".screen", code=code, page=number)
        return view.page("board_screen.html", status=status_of(problem), onward=again, seconds=SECONDS_A_SCREEN)


def _screen(code: str, number: int, hold: bool) -> Response:
    school, today = school_of(code), clock.today()
    key = url_for(".screen", code=school.code, page=number, hold=hold or None, _external=True)
    address = url_for("board.board", code=school.code, _external=True)

    def read() -> dict[str, Any]:
        screens = _screens(here.houses().ask(BOARD, ReadBoard(day=today), visitor_of(school)))
        place = (number - FIRST) % len(screens) if screens else 0
        following = (place + 1) % max(len(screens), 1) + FIRST
        return {
            "school": school, "day": today, "shown": screens[place] if screens else None, "number": place + FIRST,
            "count": len(screens), "seconds": SECONDS_A_SCREEN, "hold": hold, "address": address,
            "onward": url_for(".screen", code=school.code, page=following), "picture": code_of(address),
            "class_name": class_name, "bar_of": bar_of,
        }

    return posted(subject(school, key, days=(today, today)), "board_screen.html", read)


def _screens(board: Board) -> list[Screen]:
    return [
        Screen(grade=grade, classes=classes[start : start + CLASSES_ON_A_SCREEN])
        for grade, classes in by_grade(board)
        for start in range(0, len(classes), CLASSES_ON_A_SCREEN)
    ]
