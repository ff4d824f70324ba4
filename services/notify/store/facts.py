"""Facts: people and classes as directory announced them; a later number wins, whatever comes first."""

from collections.abc import Collection

from plumbing.unit import Unit

_KEEP_PUPIL = """
INSERT INTO pupil (pupil_id, class_id, sequence) VALUES (:pupil_id, :class_id, :sequence)
ON CONFLICT (school_id, pupil_id) DO UPDATE SET class_id = excluded.class_id, sequence = excluded.sequence
WHERE pupil.sequence < excluded.sequence
"""
_KEEP_GUARDIANS = """
INSERT INTO guardianship (pupil_id, guardian_ids, sequence)
VALUES (:pupil_id, CAST(:guardian_ids AS uuid[]), :sequence)
ON CONFLICT (school_id, pupil_id) DO UPDATE SET guardian_ids = excluded.guardian_ids, sequence = excluded.sequence
WHERE guardianship.sequence < excluded.sequence
"""
_KEEP_LEADER = """
INSERT INTO leadership (grant_list_id, person_id, class_ids, sequence)
VALUES (:grant_list_id, :person_id, CAST(:class_ids AS uuid[]), :sequence)
ON CONFLICT (school_id, grant_list_id) DO UPDATE
SET person_id = excluded.person_id, class_ids = excluded.class_ids, sequence = excluded.sequence
WHERE leadership.sequence < excluded.sequence
"""


class Facts(Unit):
    """Who is concerned by what; each says whether it was news."""

    def keep_pupil(self, pupil_id: str, class_id: str | None, sequence: int) -> bool:
        """Let the pupil be in this class, or in none."""
        return bool(self.run(_KEEP_PUPIL, pupil_id=pupil_id, class_id=class_id, sequence=sequence))

    def keep_guardians(self, pupil_id: str, guardian_ids: Collection[str], sequence: int) -> bool:
        """Let these be the pupil's guardians."""
        return bool(self.run(_KEEP_GUARDIANS, pupil_id=pupil_id, guardian_ids=list(guardian_ids), sequence=sequence))

    def keep_leader(self, grant_list_id: str, person_id: str, class_ids: Collection[str], sequence: int) -> bool:
        """Let the person lead these classes."""
        return bool(self.run(
            _KEEP_LEADER, grant_list_id=grant_list_id, person_id=person_id, class_ids=list(class_ids), sequence=sequence
        ))
