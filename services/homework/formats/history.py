"""History as a file brings it: pieces of earlier weeks, school by school."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import groupby
from typing import Any, NamedTuple

from contracts.fields import Id, Minutes, Text
from contracts.homework.assignment import Kind, Place
from contracts.message import Message, of
from services.homework.domain.piece import Piece, Said, State


class SchoolOf(NamedTuple):
    """A school and its district."""

    district_id: str
    school_id: str


class HistoricPiece(Message):
    """A piece as the file says it stands; `changed_at` is when it was corrected or withdrawn, if the file knows."""

    assignment_id: str = of(Id())
    district_id: str = of(Id())
    school_id: str = of(Id())
    class_id: str = of(Id())
    teacher_id: str = of(Id())
    subject: str = of(Text(shortest=1, longest=20))
    day: date
    kind: Kind
    place: Place
    minutes: int = of(Minutes(least=1))
    content: str = of(Text(shortest=1, longest=500))
    published_at: datetime
    changed_at: datetime | None = None
    state: State = State.PUBLISHED
    reason: str = of(Text(longest=200), default="")


def pieces_by_school(plain: Mapping[str, Any]) -> Iterator[tuple[SchoolOf, list[Piece]]]:
    """Yield each school's pieces. Raises marshmallow.ValidationError for a piece that cannot be read."""
    pieces = sorted((HistoricPiece.load(piece) for piece in plain["pieces"]), key=_school_of)
    for school, its in groupby(pieces, key=_school_of):
        yield school, _pieces(its)


def _school_of(historic: HistoricPiece) -> SchoolOf:
    return SchoolOf(district_id=historic.district_id, school_id=historic.school_id)


def _pieces(historic: Iterable[HistoricPiece]) -> list[Piece]:
    return [_piece(one) for one in historic]


def _piece(historic: HistoricPiece) -> Piece:
    said = Said(
        kind=historic.kind.value, place=historic.place.value, minutes=historic.minutes, content=historic.content
    )
    piece = Piece(
        assignment_id=historic.assignment_id, class_id=historic.class_id, teacher_id=historic.teacher_id,
        subject=historic.subject, day=historic.day, said=said, published_at=historic.published_at,
    )
    changed_at = historic.changed_at or historic.published_at
    if historic.state is State.CORRECTED:
        return piece.corrected(said, reason=historic.reason, at=changed_at)
    if historic.state is State.WITHDRAWN:
        return piece.withdrawn(reason=historic.reason, at=changed_at)
    return piece
