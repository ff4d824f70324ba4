"""周表: a week of every class, or of one grade, for anybody; Saturdays and Sundays only where there is school."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask import Blueprint, Response, request, url_for

from contracts.homework.board import WEEK, Board, ClassDay, ReadWeek
from gateway import here
from gateway.access import public
from gateway.pages.beside import code_of
from gateway.pages.day import day_in_address
from gateway.posted import posted
from gateway.public_pages import subject
from gateway.school import school_of, visitor_of
from gateway.texts.classes import class_name

page = Blueprint("board_week", __name__)
ONE_WEEK, LAST_SCHOOL_WEEKDAY = timedelta(weeks=1), 5
GRADES = {str(grade): grade for grade in range(1, 10)}


@dataclass(frozen=True, kw_only=True)
class ClassWeek:
    """A class, and what it has on each of the days shown."""

    name: str
    days: tuple[tuple[Board, ClassDay], ...]


@page.get("/schools/<code>/board/week")
@public
def week(code: str) -> Response:
    """Show the week in which the day of the address lies."""
    school, day = school_of(code), day_in_address()
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    grade = GRADES.get(request.args.get("grade", ""))
    address = url_for(".week", code=school.code, day=monday.isoformat(), grade=grade, _external=True)

    def read() -> dict[str, Any]:
        boards = here.houses().ask(WEEK, ReadWeek(day=monday), visitor_of(school)).boards
        shown = tuple(board for board in boards if _is_shown(board))
        return {
            "school": school, "days": shown, "monday": monday, "sunday": sunday, "grade": grade,
            "grades": sorted({one.grade for board in boards for one in board.classes}),
            "classes": _classes(shown, grade), "before": monday - ONE_WEEK, "after": monday + ONE_WEEK,
            "address": address, "picture": code_of(address),
        }

    return posted(subject(school, address, days=(monday, sunday)), "board_week.html", read)


def _is_shown(board: Board) -> bool:
    """Say whether a day has a place in the week: Monday to Friday always, others where there is school or homework."""
    return board.day.isoweekday() <= LAST_SCHOOL_WEEKDAY or board.day_kind == "school_day" or any(
        one.assignments for one in board.classes
    )


def _classes(boards: tuple[Board, ...], grade: int | None) -> tuple[ClassWeek, ...]:
    columns = [{one.class_id: one for one in board.classes} for board in boards]
    first = boards[0].classes if boards else ()
    return tuple(
        ClassWeek(
            name=class_name(one.grade, one.number),
            days=tuple((board, column[one.class_id]) for board, column in zip(boards, columns, strict=True)),
        )
        for one in first if grade in (None, one.grade)
    )
