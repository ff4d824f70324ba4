"""The board (H4): a day of the school, or a week, what each class has to do and how it stands against its cap."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from contracts.homework.board import Board, ReadBoard, ReadWeek, Week
from contracts.homework.board import ClassDay as ClassDayShown
from services.homework.application.budget import budget_of
from services.homework.application.judging import rulebook_of
from services.homework.application.pieces import assignment_of
from services.homework.application.unit import Unit
from services.homework.domain.class_day import ClassDay
from services.homework.domain.piece import Piece
from services.homework.domain.rulebook import Rulebook
from services.homework.domain.rules import Rules


def read_board(unit: Unit, ask: ReadBoard) -> Board:
    """Return the day's board, the same for everyone: two queries, however many classes. Raises Unavailable."""
    return _board(unit, rulebook_of(unit), ask.day, ask.class_ids)


def read_week(unit: Unit, ask: ReadWeek) -> Week:
    """Return the boards of the day's week, Monday's first. Raises Unavailable."""
    rulebook, monday = rulebook_of(unit), ask.day - timedelta(days=ask.day.weekday())
    days = (monday + timedelta(days=number) for number in range(7))
    return Week(boards=tuple(_board(unit, rulebook, day, ask.class_ids) for day in days))


def _board(unit: Unit, rulebook: Rulebook, day: date, class_ids: Sequence[str]) -> Board:
    by_class: dict[str, list[Piece]] = {}
    for piece in unit.pieces_on(day, class_ids):
        by_class.setdefault(piece.class_id, []).append(piece)

    @cache
    def rules_for(grade: int) -> Rules:
        return rulebook.rules_for(grade, day)

    days = unit.class_days(day, class_ids)
    return Board(
        day=day,
        day_kind=rulebook.calendar.kind_of(day),
        classes=tuple(_shown(one, by_class.get(one.class_id, ()), rules_for(one.grade)) for one in days),
        follows_weekday=rulebook.swapped_weekday(day),
    )


def _shown(day: ClassDay, pieces: Sequence[Piece], rules: Rules) -> ClassDayShown:
    return ClassDayShown(
        class_id=day.class_id,
        grade=day.grade,
        number=day.number,
        minutes_at_school=_minutes(pieces, "school"),
        minutes_at_home=_minutes(pieces, "home"),
        budget=budget_of(day, rules),
        assignments=tuple(assignment_of(piece) for piece in pieces),
    )


def _minutes(pieces: Sequence[Piece], place: str) -> int:
    return sum(piece.said.minutes for piece in pieces if piece.stands and piece.said.place == place)
