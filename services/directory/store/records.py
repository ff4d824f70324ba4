"""Records: who sits in a class, and who has looked at a child: read within the school of the transaction."""

from collections.abc import Sequence
from datetime import date

from contracts.actor import Role
from contracts.directory.class_list import Seated
from contracts.directory.pupil_list import ListedPupil
from plumbing.clock import SCHOOL_PLACE
from plumbing.unit import Unit
from services.directory.application.record import OnRecord
from services.directory.domain.class_name import class_name

_SEATED = """
SELECT pupil_id, name, seat_number FROM pupil WHERE class_id = :class_id ORDER BY seat_number NULLS LAST, pupil_id
"""
_LISTED = """
SELECT pupil_id, class_id, grade, number, seat_number, name FROM pupil JOIN school_class USING (school_id, class_id)
WHERE pupil_id = ANY (CAST(:pupil_ids AS uuid[])) ORDER BY grade, number, seat_number NULLS LAST, pupil_id
"""
_ON_RECORD = """
SELECT actor_id, (at AT TIME ZONE :place)::date AS day, count(*) AS times, max(at) AS last_at, ARRAY(
  SELECT role FROM staff JOIN staff_grant USING (school_id, staff_id) WHERE person_id = actor_id
  UNION SELECT 'guardian' FROM guardianship WHERE guardian_id = actor_id AND guardianship.pupil_id = :pupil_id
  ORDER BY 1
) AS roles
FROM audit
WHERE pupil_id = :pupil_id AND at >= CAST(:first AS timestamp) AT TIME ZONE :place
  AND at < CAST(:last AS timestamp) AT TIME ZONE :place + interval '1 day'
GROUP BY actor_id, day ORDER BY last_at DESC, actor_id
"""


class Records(Unit):
    """What is read of children beyond their names."""

    def seated(self, class_id: str) -> tuple[Seated, ...]:
        """Return the pupils of a class of this school by seat number."""
        return tuple(
            Seated(pupil_id=row.pupil_id, name=row.name, seat_number=row.seat_number)
            for row in self.rows(_SEATED, class_id=class_id)
        )

    def listed(self, pupil_ids: Sequence[str]) -> tuple[ListedPupil, ...]:
        """Return those of these pupils who are in a class of this school, by class and seat."""
        return tuple(
            ListedPupil(
                pupil_id=row.pupil_id, class_id=row.class_id, class_name=class_name(row.grade, row.number),
                seat_number=row.seat_number, name=row.name,
            )
            for row in self.rows(_LISTED, pupil_ids=list(pupil_ids))
        )

    def on_record(self, pupil_id: str, first: date, last: date) -> tuple[OnRecord, ...]:
        """Return who has looked at the child on these days, one entry a person and day, the latest first."""
        rows = self.rows(_ON_RECORD, pupil_id=pupil_id, first=first, last=last, place=SCHOOL_PLACE.key)
        return tuple(
            OnRecord(
                actor_id=row.actor_id, roles=tuple(Role(role) for role in row.roles), on=row.day, times=row.times,
                last_at=row.last_at,
            )
            for row in rows
        )
