"""What a roster brings, kept: each kind by one statement."""

from collections.abc import Sequence

from contracts.errors import Conflict
from services.directory.application.rosters.kept import KeptGuardians, KeptPupil, NewPerson
from services.directory.store.rolls import as_json
from services.directory.store.sealed import Sealed

_PEOPLE = """
INSERT INTO person (person_id, name, phone_sealed, phone_index)
SELECT person_id, name, decode(phone_sealed, 'hex'), decode(phone_index, 'hex')
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row (person_id uuid, name text, phone_sealed text, phone_index text)
ON CONFLICT (district_id, phone_index) DO NOTHING
"""
_PUPILS = """
INSERT INTO pupil AS held
  (pupil_id, name, class_id, seat_number, number_sealed, number_index, born_on, left_behind, migrant)
SELECT pupil_id, name, class_id, seat_number, decode(number_sealed, 'hex'), decode(number_index, 'hex'), born_on,
  coalesce(left_behind, false), coalesce(migrant, false)
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row (
  pupil_id uuid, name text, class_id uuid, seat_number smallint, number_sealed text, number_index text, born_on date,
  left_behind boolean, migrant boolean
)
ON CONFLICT (school_id, pupil_id) DO UPDATE SET
  name = excluded.name, class_id = excluded.class_id, seat_number = excluded.seat_number,
  number_sealed = coalesce(excluded.number_sealed, held.number_sealed),
  number_index = coalesce(excluded.number_index, held.number_index),
  born_on = coalesce(excluded.born_on, held.born_on),
  left_on = CASE WHEN excluded.class_id IS NULL THEN coalesce(held.left_on, school_today()) END
"""
_MARKS = """
UPDATE pupil SET
  left_behind = coalesce(row.left_behind, pupil.left_behind), migrant = coalesce(row.migrant, pupil.migrant)
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row (pupil_id uuid, left_behind boolean, migrant boolean)
WHERE pupil.pupil_id = row.pupil_id
"""
_GUARDIANS = """
WITH given AS (
  SELECT pupil_id, guardian_id, relation, place FROM jsonb_to_recordset(CAST(:rows AS jsonb))
    AS row (pupil_id uuid, guardian_id uuid, relation text, place smallint)
), gone AS (
  DELETE FROM guardianship held
  WHERE pupil_id IN (SELECT pupil_id FROM given) AND invited_by IS NULL
    AND NOT EXISTS (SELECT FROM given WHERE (pupil_id, guardian_id) = (held.pupil_id, held.guardian_id))
  RETURNING pupil_id, guardian_id, relation, since
), past AS (
  INSERT INTO past_guardianship (pupil_id, guardian_id, relation, since, reason, ended_by)
  SELECT pupil_id, guardian_id, relation, since, 'roster', CAST(:ended_by AS uuid) FROM gone
)
INSERT INTO guardianship (pupil_id, guardian_id, relation, place)
SELECT pupil_id, guardian_id, relation, place FROM given
ON CONFLICT (school_id, pupil_id, guardian_id) DO UPDATE SET relation = excluded.relation, place = excluded.place
"""


class RosterRolls(Sealed):
    """What a roster says of a school's people."""

    def keep_new_people(self, people: Sequence[NewPerson]) -> None:
        """Let these people be known. Raises Conflict when a number has become somebody's meanwhile."""
        rows = [
            {"person_id": one.person_id, "name": one.name, **self.sealed_phone(one.person_id, one.phone)}
            for one in people
        ]
        if rows and self.run(_PEOPLE, rows=as_json(rows)) < len(rows):
            raise Conflict("检查之后，有号码刚刚登记给了别人。请重新上传检查一遍，再导入。")

    def keep_roster_pupils(self, pupils: Sequence[KeptPupil]) -> None:
        """Let these children stand as said; what is not said stays."""
        rows = as_json([
            {
                "pupil_id": one.pupil_id, "name": one.name, "class_id": one.class_id, "seat_number": one.seat_number,
                "born_on": one.born_on.isoformat() if one.born_on else None, "left_behind": one.left_behind,
                "migrant": one.migrant, **self.sealed_number(one.pupil_id, one.student_number),
            }
            for one in pupils
        ])
        self.run(_PUPILS, rows=rows)
        self.run(_MARKS, rows=rows)

    def keep_roster_guardians(self, guardians: Sequence[KeptGuardians]) -> None:
        """Let these be all the guardians of these children, in their order, besides those who came by a page."""
        rows = [
            {"pupil_id": one.pupil_id, "guardian_id": person_id, "relation": relation, "place": place}
            for one in guardians for place, (person_id, relation) in enumerate(one.guardians, start=1)
        ]
        self.run(_GUARDIANS, rows=as_json(rows), ended_by=self.actor and self.actor.person_id)
