"""What stands in a school, read for a roster to be held against it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from contracts.directory.school import Stage
from services.directory.domain.roster.class_key import ClassKey
from services.directory.domain.roster.standing import Held, KnownPerson, StandingColleague, StandingPupil
from services.directory.store.sealed import Sealed

_HOLD = "SELECT school_id FROM school WHERE school_id = qingfu.school() FOR UPDATE"
_STAGE = "SELECT stage FROM school WHERE school_id = qingfu.school()"
_PEOPLE = """
SELECT person_id, name, phone_index FROM person WHERE phone_index = ANY (CAST(:indexes AS bytea[])) FOR KEY SHARE
"""
"""Whoever is found stays until the end: nobody is forgotten while they become a child's guardian."""

_NUMBERED = "SELECT pupil_id, number_index FROM pupil WHERE number_index = ANY (CAST(:indexes AS bytea[]))"
_PUPILS = """
SELECT pupil_id, name, number_index IS NOT NULL AS numbered, born_on, grade, number, seat_number, left_behind, migrant
FROM pupil LEFT JOIN school_class USING (school_id, class_id) ORDER BY pupil_id
"""
_GUARDIANS = """
SELECT pupil_id, guardian_id, relation, invited_by IS NOT NULL AS invited FROM guardianship
ORDER BY pupil_id, place, guardian_id
"""
_ENDED = """
SELECT DISTINCT pupil_id, guardian_id FROM past_guardianship past WHERE reason <> 'roster' AND NOT EXISTS (
  SELECT FROM guardianship held WHERE (held.pupil_id, held.guardian_id) = (past.pupil_id, past.guardian_id)
)
"""
_STAFF = "SELECT staff_id, person_id, name FROM staff JOIN person USING (person_id) ORDER BY staff_id"
_GRANTS = """
SELECT staff_id, role, school_class.grade AS class_grade, number, subject, staff_grant.grade
FROM staff_grant LEFT JOIN school_class USING (school_id, class_id) ORDER BY staff_id, place
"""


class RosterStanding(Sealed):
    """The school as it is now."""

    def hold_school(self) -> None:
        """Until the end nobody else takes anything in here."""
        self.run(_HOLD)

    def stage(self) -> Stage:
        """Return which grades the school has."""
        (row,) = self.rows(_STAGE)
        return Stage(row.stage)

    def known_people(self, phones: Sequence[str]) -> dict[str, KnownPerson]:
        """Return those of the district to whom these numbers belong, by number."""
        by_index = {self.phone_index(phone): phone for phone in phones}
        return {
            by_index[bytes(row.phone_index)]: KnownPerson(person_id=row.person_id, name=row.name)
            for row in self.rows(_PEOPLE, indexes=list(by_index))
        }

    def numbered_pupils(self, numbers: Sequence[str]) -> dict[str, str]:
        """Return the ids of the pupils who have these student numbers, by number."""
        by_index = {self.number_index(number): number for number in numbers}
        return {
            by_index[bytes(row.number_index)]: row.pupil_id for row in self.rows(_NUMBERED, indexes=list(by_index))
        }

    def standing_pupils(self) -> tuple[StandingPupil, ...]:
        """Return every child of the school, those who have left too."""
        guardians: dict[str, list[Row[Any]]] = defaultdict(list)
        ended: dict[str, set[str]] = defaultdict(set)
        for row in self.rows(_GUARDIANS):
            guardians[row.pupil_id].append(row)
        for row in self.rows(_ENDED):
            ended[row.pupil_id].add(row.guardian_id)
        return tuple(
            StandingPupil(
                pupil_id=row.pupil_id, name=row.name, numbered=row.numbered, born_on=row.born_on,
                class_key=_key(row.grade, row.number), seat_number=row.seat_number, left_behind=row.left_behind,
                migrant=row.migrant,
                guardians=tuple((one.guardian_id, one.relation or "") for one in guardians[row.pupil_id]),
                invited=frozenset(one.guardian_id for one in guardians[row.pupil_id] if one.invited),
                ended=frozenset(ended[row.pupil_id]),
            )
            for row in self.rows(_PUPILS)
        )

    def standing_staff(self) -> tuple[StandingColleague, ...]:
        """Return everyone of the staff, with what they hold."""
        held: dict[str, list[Held]] = defaultdict(list)
        for row in self.rows(_GRANTS):
            held[row.staff_id].append(_held(row))
        return tuple(
            StandingColleague(
                staff_id=row.staff_id, person_id=row.person_id, name=row.name, held=tuple(held[row.staff_id])
            )
            for row in self.rows(_STAFF)
        )


def _key(grade: int | None, number: int | None) -> ClassKey | None:
    return ClassKey(grade=grade, number=number) if grade and number else None


def _held(row: Row[Any]) -> Held:
    return Held(
        role=row.role, class_key=_key(row.class_grade, row.number), subject=row.subject, grade=row.grade
    )
