"""The board (H4): a day of the school, what each class has to do and how it stands against its cap."""

from collections.abc import Sequence
from functools import cache

from contracts.homework.board import Board, ReadBoard
from contracts.homework.board import ClassDay as ClassDayShown
from services.homework.application.budget import budget_of
from services.homework.application.judging import rulebook_of
from services.homework.application.pieces import assignment_of
from services.homework.application.unit import Unit
from services.homework.domain.class_day import ClassDay
from services.homework.domain.piece import Piece
from services.homework.domain.rules import Rules


def read_board(unit: Unit, ask: ReadBoard) -> Board:
    """Return the day's board, the same for everyone: two queries, however many classes. Raises Unavailable."""
    rulebook = rulebook_of(unit)
    by_class: dict[str, list[Piece]] = {}
    for piece in unit.pieces_on(ask.day, ask.class_ids):
        by_class.setdefault(piece.class_id, []).append(piece)

    @cache
    def rules_for(grade: int) -> Rules:
        return rulebook.rules_for(grade, ask.day)

    days = unit.class_days(ask.day, ask.class_ids)
    shown = tuple(_shown(day, by_class.get(day.class_id, ()), rules_for(day.grade)) for day in days)
    return Board(day=ask.day, day_kind=rulebook.calendar.kind_of(ask.day), classes=shown)


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
