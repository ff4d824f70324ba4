"""Places: who has one, since when, who waits; they change hands only while their offering is held."""

from collections.abc import Collection, Mapping, Sequence

from contracts.enrolment.place import Place
from plumbing.unit import Unit
from services.enrolment.domain.choice import Timetable
from services.enrolment.domain.span import spans_of
from services.enrolment.store import held

# NO KEY: families who apply meanwhile refer to the offering and need not wait for it.
_HOLD = """
SELECT offering_id FROM offering
WHERE offering_id IN (SELECT offering_id FROM place WHERE application_id = ANY(CAST(:application_ids AS uuid[])))
ORDER BY offering_id FOR NO KEY UPDATE
"""
_GIVE = """
UPDATE place SET state = 'given', given_on = :today
WHERE application_id = :application_id AND offering_id = :offering_id
"""
_QUEUE = """
UPDATE place SET state = 'waiting', line_number = :line_number
WHERE application_id = :application_id AND offering_id = :offering_id
"""
_POSITION = """
SELECT count(*) AS line_position FROM place
WHERE offering_id = :offering_id AND state = 'waiting' AND line_number <= :line_number
"""
_RELEASE = """
UPDATE place SET state = 'released', released_on = CASE WHEN place.state = 'given' THEN :today ELSE released_on END
FROM offering
WHERE place.application_id = :application_id AND offering.offering_id = place.offering_id
  AND offering.kind = ANY(CAST(:kinds AS text[]))
"""
_NEXT = """
UPDATE place SET state = 'given', given_on = :today
WHERE offering_id = :offering_id AND application_id = (
  SELECT application_id FROM place WHERE offering_id = :offering_id AND state = 'waiting' ORDER BY line_number LIMIT 1
)
RETURNING application_id
"""
_LET_GO = """
UPDATE place SET state = 'released', released_on = CASE WHEN before.state = 'given' THEN :today ELSE released_on END
FROM (
  SELECT state FROM place WHERE application_id = :application_id AND offering_id = :offering_id FOR UPDATE
) AS before
WHERE application_id = :application_id AND offering_id = :offering_id AND before.state <> 'released'
RETURNING before.state
"""
_TIMETABLE = """
SELECT offering_id, most_clubs, clubs_by = 'draw' AND NOT EXISTS (
  SELECT FROM draw WHERE draw.programme_id = programme.programme_id AND committed_at IS NOT NULL
) AS drawn_later, starts_at, ends_at, collect_by, summer_starts_at, summer_ends_at, summer_collect_by
FROM offering JOIN session USING (school_id, session_id) JOIN programme ON
  (programme.school_id, programme.programme_id) = (offering.school_id, offering.programme_id)
WHERE offering_id = ANY(CAST(:offering_ids AS uuid[]))
"""


class Places(Unit):
    """What applications hold in offerings."""

    def hold_offerings(self, application_ids: Sequence[str]) -> Mapping[str, Sequence[Place]]:
        """Stop every other change of places in these applications' offerings; return each one's as they now stand.

        Always in the order of the offerings' ids, so that two who hold several never wait for each other.
        """
        self.rows(_HOLD, application_ids=list(application_ids))
        return held.places_of(self, application_ids)

    def give(self, application_id: str, offering_id: str) -> None:
        """Let the application have a place from today on."""
        self.run(_GIVE, application_id=application_id, offering_id=offering_id, today=self.today)

    def queue(self, application_id: str, offering_id: str, line_number: int) -> int:
        """Let the application wait under this number; return its position, 1 for the next to move up."""
        self.run(_QUEUE, application_id=application_id, offering_id=offering_id, line_number=line_number)
        row = self.row(_POSITION, offering_id=offering_id, line_number=line_number)
        return int(row.line_position) if row else 0

    def let_go(self, application_id: str, offering_id: str) -> str | None:
        """Let the application hold nothing in the offering any more; return how it stood, if it held anything."""
        row = self.row(_LET_GO, application_id=application_id, offering_id=offering_id, today=self.today)
        return row.state if row else None

    def timetable(self, offering_ids: Sequence[str]) -> Timetable:
        """Return when these offerings are, and how many clubs a child may have in their programme."""
        rows = self.rows(_TIMETABLE, offering_ids=list(offering_ids))
        return Timetable(
            spans={row.offering_id: spans_of(row) for row in rows},
            most_clubs=min((row.most_clubs for row in rows), default=1),
            drawn_later=any(row.drawn_later for row in rows),
        )

    def release(self, application_id: str, kinds: Collection[str]) -> None:
        """Let the application hold nothing of these kinds any more; what it held, it held until today."""
        self.run(_RELEASE, application_id=application_id, kinds=list(kinds), today=self.today)

    def give_to_next_in_line(self, offering_id: str) -> str | None:
        """Give a place to the first who waits for it; return their application's id, nothing when nobody waits."""
        row = self.row(_NEXT, offering_id=offering_id, today=self.today)
        return row.application_id if row else None
