"""Draws: the draw of a programme, its tickets, and the places that come of it; for all of them at once."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row

from plumbing.unit import Unit
from services.enrolment.application.unit.draws import Allotted, Asking, KeptDraw

_ASKING = """
SELECT application_id, pupil_id, class_id, array_agg(place.offering_id ORDER BY place.rank) AS offering_ids
FROM place JOIN offering USING (school_id, offering_id) JOIN application USING (school_id, application_id)
JOIN part USING (school_id, application_id)
WHERE offering.programme_id = :programme_id AND place.state = 'asked' AND place.rank IS NOT NULL
  AND (part.kind, part.state) = ('club', 'approved')
GROUP BY application_id, pupil_id, class_id ORDER BY application_id
"""
_UNDECIDED = """
SELECT count(DISTINCT application_id) AS undecided FROM place JOIN offering USING (school_id, offering_id)
JOIN part USING (school_id, application_id)
WHERE offering.programme_id = :programme_id AND part.kind = 'club' AND part.state IN ('submitted', 'returned')
  AND place.rank IS NOT NULL
"""
_DRAW = "SELECT * FROM draw WHERE programme_id = :programme_id"
_KEEP = """
INSERT INTO draw (programme_id, record, value_on, closed_at)
VALUES (:programme_id, CAST(:record AS jsonb), :value_on, :closed_at)
"""
_KEEP_TICKETS = """
INSERT INTO ticket (programme_id, ticket, application_id)
SELECT :programme_id, ticket, application_id
FROM unnest(CAST(:tickets AS text[]), CAST(:application_ids AS uuid[])) AS row (ticket, application_id)
"""
_DRAWN = "UPDATE draw SET record = CAST(:record AS jsonb), drawn_at = :now WHERE programme_id = :programme_id"
_COMMITTED = "UPDATE draw SET committed_at = :now WHERE programme_id = :programme_id"
_TICKETS = "SELECT ticket, application_id FROM ticket WHERE programme_id = :programme_id"
_OWN = """
SELECT ticket, pupil_id FROM ticket JOIN application USING (school_id, application_id)
WHERE programme_id = :programme_id AND pupil_id = ANY(CAST(:pupil_ids AS uuid[])) ORDER BY ticket
"""
_HOLD = """
SELECT 1 FROM offering WHERE offering_id = ANY(CAST(:offering_ids AS uuid[])) ORDER BY offering_id FOR NO KEY UPDATE
"""
_ALLOT = """
UPDATE place SET state = row.state, line_number = row.line_number,
  given_on = CASE WHEN row.state = 'given' THEN CAST(:today AS date) END
FROM unnest(CAST(:application_ids AS uuid[]), CAST(:offering_ids AS uuid[]), CAST(:states AS text[]),
  CAST(:line_numbers AS integer[])) AS row (application_id, offering_id, state, line_number)
WHERE (place.application_id, place.offering_id) = (row.application_id, row.offering_id) AND place.state = 'asked'
RETURNING place.application_id, place.offering_id, place.state, place.line_number
"""
_COUNT = """
UPDATE offering SET taken = taken + row.given, last_line_number = greatest(last_line_number, :last)
FROM unnest(CAST(:offering_ids AS uuid[]), CAST(:given AS integer[])) AS row (offering_id, given)
WHERE offering.offering_id = row.offering_id AND taken + row.given <= capacity
"""


class Draws(Unit):
    """One draw a programme, and whose each ticket is."""

    def asking(self, programme_id: str) -> Sequence[Asking]:
        """Return every application whose clubs are approved and not given out yet."""
        rows = self.rows(_ASKING, programme_id=programme_id)
        return [Asking(**{**row._asdict(), "offering_ids": tuple(row.offering_ids)}) for row in rows]

    def undecided(self, programme_id: str) -> int:
        """Return how many applications for clubs are not decided."""
        row = self.row(_UNDECIDED, programme_id=programme_id)
        return int(row.undecided) if row else 0

    def hold_draw(self, programme_id: str) -> KeptDraw | None:
        """Return the draw; nobody else changes it before this transaction ends."""
        return _kept(self.row(f"{_DRAW} FOR UPDATE", programme_id=programme_id))

    def draw_of(self, programme_id: str) -> KeptDraw | None:
        """Return the draw."""
        return _kept(self.row(_DRAW, programme_id=programme_id))

    def keep_draw(self, draw: KeptDraw, tickets: Mapping[str, str]) -> None:
        """Keep a draw whose list is closed, and which application each ticket is of."""
        self.run(
            _KEEP, programme_id=draw.programme_id, record=_json(draw.record), value_on=draw.value_on,
            closed_at=draw.closed_at,
        )
        self.run(
            _KEEP_TICKETS, programme_id=draw.programme_id, tickets=list(tickets), application_ids=list(tickets.values())
        )

    def keep_drawn(self, programme_id: str, record: Mapping[str, Any]) -> None:
        """Keep what was drawn at this moment."""
        self.run(_DRAWN, programme_id=programme_id, record=_json(record), now=self.now)

    def keep_committed(self, programme_id: str) -> None:
        """Let the draw be committed at this moment."""
        self.run(_COMMITTED, programme_id=programme_id, now=self.now)

    def tickets_of(self, programme_id: str) -> Mapping[str, str]:
        """Return {ticket: application} of those applications that there still are."""
        return {row.ticket: row.application_id for row in self.rows(_TICKETS, programme_id=programme_id)}

    def own_tickets(self, programme_id: str, pupil_ids: Sequence[str]) -> Sequence[tuple[str, str]]:
        """Return the tickets of these children, each with whose it is."""
        rows = self.rows(_OWN, programme_id=programme_id, pupil_ids=list(pupil_ids)) if pupil_ids else ()
        return [(row.ticket, row.pupil_id) for row in rows]

    def allot(self, allotted: Sequence[Allotted]) -> Sequence[Allotted]:
        """Let places that are still asked for be so; return those that are, with every counter right."""
        offering_ids = sorted({one.offering_id for one in allotted})
        self.rows(_HOLD, offering_ids=offering_ids)
        rows = self.rows(
            _ALLOT, application_ids=[one.application_id for one in allotted],
            offering_ids=[one.offering_id for one in allotted], states=[one.state for one in allotted],
            line_numbers=[one.line_number for one in allotted], today=self.today,
        )
        came = [Allotted(**row._asdict()) for row in rows]
        given = Counter(one.offering_id for one in came if one.state == "given")
        last = max((one.line_number for one in came if one.line_number), default=0)
        counted = self.run(_COUNT, offering_ids=offering_ids, given=[given[one] for one in offering_ids], last=last)
        assert counted == len(offering_ids), "a list that is closed keeps its places"
        return came


def _kept(row: Row[Any] | None) -> KeptDraw | None:
    return KeptDraw(
        programme_id=row.programme_id, record=row.record, value_on=row.value_on, closed_at=row.closed_at,
        drawn_at=row.drawn_at, committed_at=row.committed_at,
    ) if row else None


def _json(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False)
