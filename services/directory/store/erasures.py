"""Erasures: asked for, and done: rows of a child and of its school's papers are deleted, never marked."""

from collections.abc import Collection, Sequence
from datetime import date

from contracts.directory.erasure import AskedErasure, ErasureReason, LeftPupil
from plumbing.unit import Unit
from services.directory.application.erasures.kept import Family, KeptErasure

_KEEP = """
INSERT INTO erasure (pupil_id, reason, asked_by, asked_at, expires_at)
VALUES (:pupil_id, :reason, :asked_by, :now, :expires_at)
ON CONFLICT (school_id, pupil_id) DO NOTHING
"""
_OVER = "DELETE FROM erasure WHERE pupil_id = :pupil_id AND expires_at <= :now"
_ONE = """
SELECT pupil_id, reason, asked_by, expires_at FROM erasure WHERE pupil_id = :pupil_id AND expires_at > :now
"""
_ASKED = """
SELECT pupil_id, name, reason, asked_by, expires_at, asked_by = :own AS own
FROM erasure JOIN pupil USING (school_id, pupil_id) WHERE expires_at > :now ORDER BY asked_at, pupil_id
"""
_DROP = "DELETE FROM erasure WHERE pupil_id = :pupil_id AND done_at IS NULL"
_DONE = """
INSERT INTO erasure (pupil_id, reason, asked_by, confirmed_by, done_at)
SELECT pupil_id, 'left', :person_id, :person_id, :now FROM unnest(CAST(:pupil_ids AS uuid[])) AS pupil_id
ON CONFLICT (school_id, pupil_id) DO UPDATE
SET reason = CASE WHEN erasure.asked_by = excluded.asked_by THEN excluded.reason ELSE erasure.reason END,
  confirmed_by = excluded.confirmed_by, done_at = excluded.done_at, expires_at = NULL
"""
_LEFT = "SELECT pupil_id, name, left_on FROM pupil WHERE left_on < :day ORDER BY left_on, pupil_id LIMIT :most"
_COUNT_LEFT = "SELECT count(*) AS left FROM pupil WHERE left_on < :day"
_FAMILY = """
WITH adult AS (
  SELECT guardian_id FROM guardianship WHERE pupil_id = ANY (CAST(:pupil_ids AS uuid[]))
  UNION SELECT guardian_id FROM past_guardianship WHERE pupil_id = ANY (CAST(:pupil_ids AS uuid[]))
)
SELECT guardian_id, name FROM adult LEFT JOIN person ON person_id = guardian_id
UNION ALL SELECT NULL, name FROM pupil WHERE pupil_id = ANY (CAST(:pupil_ids AS uuid[]))
"""
_PUPILS = "DELETE FROM pupil WHERE pupil_id = ANY (CAST(:pupil_ids AS uuid[])) RETURNING pupil_id"
_PAPERS = ("DELETE FROM roster", "DELETE FROM roll_export WHERE taken_at IS NULL", "DELETE FROM job_file")
_PERSON = "SELECT forget_person(:person_id) AS gone"


class Erasures(Unit):
    """What is to be deleted, and deleting it."""

    def keep_erasure(self, erasure: KeptErasure) -> None:
        """Let this be asked for, in the place of a request that has run out."""
        self.run(_OVER, pupil_id=erasure.pupil_id, now=self.now)
        self.run(_KEEP, **vars(erasure), now=self.now)

    def erasure(self, pupil_id: str) -> KeptErasure | None:
        """Return the request about a child, if it stands now."""
        row = self.row(_ONE, pupil_id=pupil_id, now=self.now)
        if row is None:
            return None
        return KeptErasure(
            pupil_id=row.pupil_id, reason=ErasureReason(row.reason), asked_by=row.asked_by, expires_at=row.expires_at
        )

    def asked_erasures(self) -> tuple[AskedErasure, ...]:
        """Return the requests that stand now, oldest first."""
        return tuple(
            AskedErasure(
                pupil_id=row.pupil_id, name=row.name, reason=ErasureReason(row.reason), asked_by=row.asked_by,
                expires_at=row.expires_at, own=row.own,
            )
            for row in self.rows(_ASKED, own=self._person_id, now=self.now)
        )

    def drop_erasure(self, pupil_id: str) -> None:
        """Let no request about this child stand."""
        self.run(_DROP, pupil_id=pupil_id)

    def keep_erased(self, pupil_ids: Sequence[str]) -> None:
        """Write down that the actor has let these children's data be deleted, as asked for or because they left."""
        self.run(_DONE, pupil_ids=list(pupil_ids), person_id=self._person_id, now=self.now)

    def left_before(self, day: date, most: int) -> tuple[LeftPupil, ...]:
        """Return those who left before a day, the longest ago first."""
        return tuple(LeftPupil(**row._asdict()) for row in self.rows(_LEFT, day=day, most=most))

    def count_left_before(self, day: date) -> int:
        """Return how many left before a day."""
        (row,) = self.rows(_COUNT_LEFT, day=day)
        return int(row.left)

    def family_of(self, pupil_ids: Collection[str]) -> Family:
        """Return who goes with these children."""
        rows = self.rows(_FAMILY, pupil_ids=list(pupil_ids))
        return Family(
            guardian_ids=frozenset(row.guardian_id for row in rows if row.guardian_id),
            names=frozenset(row.name for row in rows if row.name),
        )

    def forget_pupils(self, pupil_ids: Collection[str]) -> Collection[str]:
        """Let nothing be known of these children any more; return the ids of those who were known."""
        return {row.pupil_id for row in self.rows(_PUPILS, pupil_ids=list(pupil_ids))}

    def forget_papers(self) -> None:
        """Let no roster, export or file of this school be kept: each may name anybody."""
        for statement in _PAPERS:
            self.run(statement)

    def forget_person(self, person_id: str) -> bool:
        """Let nothing be known of an adult whom nobody needs; say whether that is so."""
        (row,) = self.rows(_PERSON, person_id=person_id)
        return bool(row.gone)

    @property
    def _person_id(self) -> str:
        assert self.actor is not None, "somebody asks, and somebody confirms"
        return self.actor.person_id
