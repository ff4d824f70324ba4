"""Pieces: the board as it stands, and everything it ever said."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row

from plumbing.unit import Unit
from services.homework.domain.piece import Piece, Said, State

_READ = "SELECT * FROM assignment WHERE assignment_id = :assignment_id"
_TAKE = f"{_READ} FOR UPDATE"
_KEEP = """
WITH kept AS (
  INSERT INTO assignment (assignment_id, sequence, state, class_id, teacher_id, subject, day, kind, place, minutes,
    content, practices, reason, published_at, changed_at)
  VALUES (:assignment_id, :sequence, :state, :class_id, :teacher_id, :subject, :day, :kind, :place, :minutes, :content,
    :practices, :reason, :published_at, :changed_at)
)
INSERT INTO assignment_version (assignment_id, sequence, state, kind, place, minutes, content, reason, said_at)
VALUES (:assignment_id, :sequence, :state, :kind, :place, :minutes, :content, :reason, :published_at)
"""
_RESTATE = """
WITH restated AS (
  UPDATE assignment SET sequence = :sequence, state = :state, kind = :kind, place = :place, minutes = :minutes,
    content = :content, reason = :reason, changed_at = :changed_at
  WHERE assignment_id = :assignment_id
)
INSERT INTO assignment_version (assignment_id, sequence, state, kind, place, minutes, content, reason, said_at)
VALUES (:assignment_id, :sequence, :state, :kind, :place, :minutes, :content, :reason, :changed_at)
"""
_ON_DAY = """
SELECT * FROM assignment
WHERE day = :day AND (:every OR class_id = ANY (CAST(:class_ids AS uuid[])))
ORDER BY published_at, assignment_id
"""
_BY_TEACHER = """
SELECT * FROM (
  SELECT * FROM assignment
  WHERE teacher_id = :teacher_id AND day < coalesce(CAST(:before AS date), 'infinity')
  ORDER BY day DESC FETCH FIRST 50 ROWS WITH TIES
) page
ORDER BY day DESC, published_at DESC, assignment_id DESC
"""


class Pieces(Unit):
    """Pieces of homework; none is ever deleted, and every version stays."""

    def piece(self, assignment_id: str) -> Piece | None:
        """Return a piece of this school."""
        return _piece(self.row(_READ, assignment_id=assignment_id))

    def take_piece(self, assignment_id: str) -> Piece | None:
        """Return a piece of this school and hold it: nobody else changes it before this transaction ends."""
        return _piece(self.row(_TAKE, assignment_id=assignment_id))

    def keep(self, piece: Piece) -> None:
        """Put a new piece on the board."""
        self.run(_KEEP, **values_of(piece))

    def restate(self, piece: Piece) -> None:
        """Let the piece stand as it now is, beside all that was ever said of it."""
        self.run(_RESTATE, **values_of(piece))

    def pieces_on(self, day: date, class_ids: Sequence[str] = ()) -> Sequence[Piece]:
        """Return what the named classes, or all, have on a day, withdrawn pieces too; earliest published first."""
        return _pieces(self.rows(_ON_DAY, day=day, every=not class_ids, class_ids=list(class_ids)))

    def pieces_by(self, teacher_id: str, before: date | None = None) -> Sequence[Piece]:
        """Return what a teacher has set for days before this one, newest first: 50, and the rest of the last day."""
        return _pieces(self.rows(_BY_TEACHER, teacher_id=teacher_id, before=before))


def values_of(piece: Piece) -> dict[str, Any]:
    """Return a piece by the columns that hold it."""
    said = piece.said
    return {
        "assignment_id": piece.assignment_id, "sequence": piece.sequence, "state": piece.state.value,
        "class_id": piece.class_id, "teacher_id": piece.teacher_id, "subject": piece.subject, "day": piece.day,
        "kind": said.kind, "place": said.place, "minutes": said.minutes, "content": said.content,
        "practices": list(piece.practices), "reason": piece.reason, "published_at": piece.published_at,
        "changed_at": piece.changed_at,
    }


def _pieces(rows: Sequence[Row[Any]]) -> Sequence[Piece]:
    return [piece for row in rows if (piece := _piece(row)) is not None]


def _piece(row: Row[Any] | None) -> Piece | None:
    if row is None:
        return None
    return Piece(
        assignment_id=row.assignment_id, class_id=row.class_id, teacher_id=row.teacher_id, subject=row.subject,
        day=row.day, said=Said(kind=row.kind, place=row.place, minutes=row.minutes, content=row.content),
        practices=tuple(row.practices), state=State(row.state), sequence=row.sequence,
        published_at=row.published_at, changed_at=row.changed_at, reason=row.reason,
    )
