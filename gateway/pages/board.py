"""公示栏: every class of a school on one day, for anybody, on a phone, on A4 or, a sheet a grade, on A3 (H4)."""

from typing import Any

from flask import Blueprint, Response, request, url_for

from contracts.homework.board import BOARD, ReadBoard
from gateway import here
from gateway.access import public
from gateway.pages.bar import bar_of
from gateway.pages.beside import RulesBeside, by_grade, code_of
from gateway.pages.day import ONE_DAY, day_in_address
from gateway.posted import posted
from gateway.public_pages import subject
from gateway.school import school_of, visitor_of
from gateway.texts.classes import class_name

page = Blueprint("board", __name__)
A3 = "a3"


@page.get("/schools/<code>/board")
@public
def board(code: str) -> Response:
    """Show the day's board; browsers that have it already are told so by its ETag."""
    school, day = school_of(code), day_in_address()
    paper = A3 if request.args.get("paper") == A3 else None
    address = url_for(".board", code=school.code, day=day.isoformat(), _external=True)

    def read() -> dict[str, Any]:
        rules = RulesBeside(school, day)
        found = here.houses().ask(BOARD, ReadBoard(day=day), visitor_of(school))
        return {
            "school": school, "day": day, "board": found, "grades": by_grade(found), "layers": rules.layers(),
            "yesterday": day - ONE_DAY, "tomorrow": day + ONE_DAY, "paper": paper, "address": address,
            "picture": code_of(address), "class_name": class_name, "bar_of": bar_of,
        }

    key = url_for(".board", code=school.code, day=day.isoformat(), paper=paper, _external=True)
    return posted(subject(school, key, days=(day, day)), "board.html", read)
