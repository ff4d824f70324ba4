"""Names: read by id, within the school of the transaction."""

from collections.abc import Sequence

from plumbing.unit import Unit

_PEOPLE = """
SELECT person_id AS id, name FROM person
WHERE person_id = ANY (CAST(:ids AS uuid[])) AND (
  person_id = CAST(:own AS uuid)
  OR EXISTS (SELECT FROM staff WHERE staff.person_id = person.person_id)
  OR qingfu.school() IS NULL AND EXISTS (SELECT FROM district_grant held WHERE held.person_id = person.person_id)
  OR :families AND EXISTS (SELECT FROM guardianship WHERE guardianship.guardian_id = person.person_id)
)
"""
_PUPILS = "SELECT pupil_id AS id, name FROM pupil WHERE pupil_id = ANY (CAST(:ids AS uuid[]))"
_CHILDREN = """
SELECT pupil_id AS id, name FROM pupil JOIN guardianship USING (school_id, pupil_id)
WHERE pupil_id = ANY (CAST(:ids AS uuid[])) AND guardian_id = CAST(:guardian_id AS uuid)
"""
_SCHOOLS = """
SELECT school_id AS id, name FROM school
WHERE school_id = ANY (CAST(:ids AS uuid[])) AND district_id = qingfu.district()
"""


class Names(Unit):
    """Names of adults, of children and of schools."""

    def names_of_people(self, person_ids: Sequence[str], *, own: str, families: bool) -> dict[str, str]:
        """Return the names of this school's staff (outside of schools: the district's), of `own`, of `families`."""
        return self._named(_PEOPLE, person_ids, own=own, families=families)

    def names_of_pupils(self, pupil_ids: Sequence[str]) -> dict[str, str]:
        """Return the names of this school's pupils."""
        return self._named(_PUPILS, pupil_ids)

    def names_of_children(self, pupil_ids: Sequence[str], guardian_id: str) -> dict[str, str]:
        """Return the names of those of this school's pupils whose guardian this is."""
        return self._named(_CHILDREN, pupil_ids, guardian_id=guardian_id)

    def names_of_schools(self, school_ids: Sequence[str]) -> dict[str, str]:
        """Return the names of those of this district's schools."""
        return self._named(_SCHOOLS, school_ids)

    def _named(self, question: str, ids: Sequence[str], **values: object) -> dict[str, str]:
        return {row.id: row.name for row in self.rows(question, ids=list(ids), **values)} if ids else {}
