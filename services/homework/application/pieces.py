"""Pieces as they travel: what a draft becomes, what the board shows, what is announced."""

from typing import Any

from contracts.errors import Conflict
from contracts.homework.assignment import (
    Assignment,
    CorrectHomework,
    Draft,
    HomeworkCorrected,
    HomeworkPublished,
    HomeworkWithdrawn,
    Kind,
    Place,
)
from services.homework.application.asker import asker
from services.homework.application.unit import Unit
from services.homework.domain.piece import Piece, Said


def piece_of(unit: Unit, draft: Draft) -> Piece:
    """Return the piece that the asker's draft would be, published now."""
    return Piece(
        assignment_id=unit.new_id(), class_id=draft.class_id, teacher_id=asker(unit).person_id, subject=draft.subject,
        day=draft.day, said=said_by(draft), practices=tuple(practice.value for practice in draft.practices),
        published_at=unit.now,
    )


def said_by(ask: Draft | CorrectHomework) -> Said:
    """Return what an ask says of a piece."""
    return Said(kind=ask.kind.value, place=ask.place.value, minutes=ask.minutes, content=ask.content)


def assignment_of(piece: Piece) -> Assignment:
    """Return a piece as the board shows it."""
    return Assignment(
        **_whose(piece), **_reading(piece), content=piece.said.content, sequence=piece.sequence, state=piece.state,
        published_at=piece.published_at, changed_at=piece.changed_at, reason=piece.reason,
    )


def refuse_unless_standing(piece: Piece, sequence: int) -> None:
    """Raise Conflict, with what stands, for a piece that is withdrawn or has changed since this version was read."""
    if not piece.stands or piece.sequence != sequence:
        raise Conflict(details={"stands": assignment_of(piece).dump()})


def published(piece: Piece) -> HomeworkPublished:
    """Return the news that a piece is on the board."""
    return HomeworkPublished(**_whose(piece), **_reading(piece))


def corrected(piece: Piece) -> HomeworkCorrected:
    """Return the news that a piece reads differently."""
    return HomeworkCorrected(**_whose(piece), **_reading(piece))


def withdrawn(piece: Piece) -> HomeworkWithdrawn:
    """Return the news that a piece need not be done."""
    return HomeworkWithdrawn(**_whose(piece))


def _whose(piece: Piece) -> dict[str, Any]:
    return {
        "assignment_id": piece.assignment_id, "class_id": piece.class_id, "teacher_id": piece.teacher_id,
        "subject": piece.subject, "day": piece.day,
    }


def _reading(piece: Piece) -> dict[str, Any]:
    return {"kind": Kind(piece.said.kind), "place": Place(piece.said.place), "minutes": piece.said.minutes}
