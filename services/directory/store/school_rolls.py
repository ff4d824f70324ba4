"""School rolls: classes, staff, pupils and guardians of one school taken in at once; what was new is returned."""

from collections.abc import Collection, Sequence
from typing import Any

from plumbing.unit import Unit
from services.directory.application.rolls.roll import RollClass, RollColleague, RollPupil
from services.directory.store.rolls import as_json, dumped

_CLASSES = """
INSERT INTO school_class (class_id, grade, number)
SELECT class_id, grade, number
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row (class_id uuid, grade smallint, number smallint)
ON CONFLICT (school_id, class_id) DO UPDATE SET grade = excluded.grade, number = excluded.number
WHERE (school_class.grade, school_class.number) IS DISTINCT FROM (excluded.grade, excluded.number)
RETURNING class_id AS id
"""
_PUPILS = """
INSERT INTO pupil (pupil_id, name, class_id, seat_number)
SELECT pupil_id, name, class_id, seat_number FROM jsonb_to_recordset(CAST(:rows AS jsonb))
  AS row (pupil_id uuid, name text, class_id uuid, seat_number smallint)
ON CONFLICT (school_id, pupil_id) DO UPDATE
SET name = excluded.name, class_id = excluded.class_id, seat_number = excluded.seat_number, left_on = NULL
WHERE (pupil.name, pupil.class_id, pupil.seat_number)
  IS DISTINCT FROM (excluded.name, excluded.class_id, excluded.seat_number)
RETURNING pupil_id AS id
"""
_GUARDIANS = """
WITH given AS (
  SELECT pupil_id, CAST(guardian_id AS uuid) AS guardian_id, place
  FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row (pupil_id uuid, guardian_ids jsonb),
    jsonb_array_elements_text(guardian_ids) WITH ORDINALITY AS each (guardian_id, place)
), gone AS (
  DELETE FROM guardianship held
  WHERE pupil_id IN (SELECT pupil_id FROM given)
    AND NOT EXISTS (SELECT FROM given WHERE (pupil_id, guardian_id) = (held.pupil_id, held.guardian_id))
  RETURNING pupil_id, guardian_id, relation, since
), past AS (
  INSERT INTO past_guardianship (pupil_id, guardian_id, relation, since, reason)
  SELECT pupil_id, guardian_id, relation, since, 'roster' FROM gone
), come AS (
  INSERT INTO guardianship (pupil_id, guardian_id, place) SELECT pupil_id, guardian_id, place FROM given
  ON CONFLICT DO NOTHING RETURNING pupil_id
)
SELECT pupil_id AS id FROM gone UNION SELECT pupil_id FROM come
"""
_STAFF = """
INSERT INTO staff (staff_id, person_id)
SELECT staff_id, person_id FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row (staff_id uuid, person_id uuid)
ON CONFLICT DO NOTHING
"""
_GRANTS = """
WITH given AS (
  SELECT row.*, (
    SELECT last FROM staff_grant old WHERE old.staff_id = row.staff_id
      AND (old.role, old.class_id, old.subject, old.grade)
        IS NOT DISTINCT FROM (row.role, row.class_id, row.subject, row.grade)
    LIMIT 1
  ) AS last
  FROM jsonb_to_recordset(CAST(:rows AS jsonb))
    AS row (staff_id uuid, place smallint, role text, class_id uuid, subject text, grade smallint)
), gone AS (
  DELETE FROM staff_grant held
  WHERE staff_id = ANY (CAST(:staff_ids AS uuid[]))
    AND NOT EXISTS (SELECT FROM given WHERE (staff_id, place) = (held.staff_id, held.place))
  RETURNING staff_id
), come AS (
  INSERT INTO staff_grant AS held (staff_id, place, role, class_id, subject, grade, last)
  SELECT staff_id, place, role, class_id, subject, grade, last FROM given
  ON CONFLICT (school_id, staff_id, place) DO UPDATE
  SET role = excluded.role, class_id = excluded.class_id, subject = excluded.subject, grade = excluded.grade,
    last = excluded.last
  WHERE (held.role, held.class_id, held.subject, held.grade)
    IS DISTINCT FROM (excluded.role, excluded.class_id, excluded.subject, excluded.grade)
  RETURNING staff_id
)
SELECT staff_id AS id FROM gone UNION SELECT staff_id FROM come
"""


class SchoolRolls(Unit):
    """What a roll says of one school."""

    def keep_classes(self, classes: Sequence[RollClass]) -> Collection[str]:
        """Let these classes be open; return the ids of those that changed by it."""
        return self._changed(_CLASSES, rows=as_json(dumped(classes)))

    def keep_pupils(self, pupils: Sequence[RollPupil]) -> Collection[str]:
        """Let these pupils sit where they do; return the ids of those who changed by it."""
        return self._changed(_PUPILS, rows=as_json(dumped(pupils)))

    def keep_guardians(self, pupils: Sequence[RollPupil]) -> Collection[str]:
        """Let these pupils have these guardians and no other; return the ids of those to whom it is new."""
        return self._changed(_GUARDIANS, rows=as_json(dumped(pupils)))

    def keep_staff(self, staff: Sequence[RollColleague]) -> Collection[str]:
        """Let these colleagues hold these roles and no other; return the staff ids of those to whom it is new.

        A role that stays keeps its last day; one that is yet to begin is nothing that a roll speaks of.
        """
        self.run(_STAFF, rows=as_json(dumped(staff)))
        grants = [
            {"staff_id": one.staff_id, "place": place, **grant.dump()}
            for one in staff for place, grant in enumerate(one.grants)
        ]
        return self._changed(_GRANTS, rows=as_json(grants), staff_ids=[one.staff_id for one in staff])

    def _changed(self, statement: str, **values: Any) -> Collection[str]:
        return {row.id for row in self.rows(statement, **values)}
