"""History: pieces of earlier weeks, laid down in bulk with the minutes they took, each once."""

import json
from collections.abc import Iterable
from typing import Any

from plumbing.unit import Unit
from services.homework.domain.piece import Piece
from services.homework.store.days import COUNTERS
from services.homework.store.pieces import values_of

_COLUMNS = (
    "assignment_id, sequence, state, class_id, teacher_id, subject, day, kind, place, minutes, content, practices,"
    " reason, published_at, changed_at"
)
_SAID = "kind, place, minutes, content"
_REMEMBER = f"""
WITH given AS (
  SELECT * FROM jsonb_to_recordset(CAST(:pieces AS jsonb)) AS piece (
    assignment_id uuid, sequence integer, state text, class_id uuid, teacher_id uuid, subject text, day date, kind text,
    place text, minutes integer, content text, practices text[], reason text, published_at timestamptz,
    changed_at timestamptz, {", ".join(f"{counter} integer" for counter in COUNTERS)}
  )
), fresh AS (
  INSERT INTO assignment ({_COLUMNS}) SELECT {_COLUMNS} FROM given ON CONFLICT DO NOTHING RETURNING assignment_id
), versions AS (
  INSERT INTO assignment_version (assignment_id, sequence, state, {_SAID}, reason, said_at)
  SELECT assignment_id, 1, 'published', {_SAID}, '', published_at FROM given JOIN fresh USING (assignment_id)
  UNION ALL
  SELECT assignment_id, sequence, state, {_SAID}, reason, changed_at FROM given JOIN fresh USING (assignment_id)
  WHERE sequence > 1
)
INSERT INTO class_day (class_id, day, {", ".join(COUNTERS)})
SELECT class_id, day, {", ".join(f"sum({counter})" for counter in COUNTERS)}
FROM given JOIN fresh USING (assignment_id) GROUP BY class_id, day ORDER BY class_id, day
ON CONFLICT (school_id, class_id, day) DO UPDATE
SET {", ".join(f"{counter} = class_day.{counter} + excluded.{counter}" for counter in COUNTERS)}
"""  # noqa: S608 - the names are our own columns


class History(Unit):
    """What was set before this house kept the board."""

    def remember(self, pieces: Iterable[Piece]) -> None:
        """Put pieces of one school on the board as they were, unjudged and unannounced; those already there stay."""
        plain = [{**_plain(piece), **piece.load} for piece in pieces]
        self.run(_REMEMBER, pieces=json.dumps(plain, ensure_ascii=False))


def _plain(piece: Piece) -> dict[str, Any]:
    moments = {"day": piece.day, "published_at": piece.published_at, "changed_at": piece.changed_at}
    return values_of(piece) | {name: moment and moment.isoformat() for name, moment in moments.items()}
