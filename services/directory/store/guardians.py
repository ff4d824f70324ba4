"""Guardians: whose children are whose, since when, and who was a guardian before."""

from collections.abc import Sequence

from contracts.directory.guardian import EndReason
from services.directory.application.cards.card import Addressee
from services.directory.application.guardians.guarding import Child, Family, Guarding, PastGuarding
from services.directory.store.adults import Adults

_CHILD = "SELECT pupil_id, name, class_id FROM pupil WHERE pupil_id = :pupil_id"
_HOLD = f"{_CHILD} FOR UPDATE"
_ADULT = """
person.person_id, person.name, phone_sealed, coalesce(relation, '') AS relation,
EXISTS (SELECT FROM account WHERE account.person_id = person.person_id) AS has_account
"""
_GUARDIANS = f"""
SELECT {_ADULT}, ARRAY[pupil.name] AS children, since, invited_by
FROM guardianship JOIN pupil USING (school_id, pupil_id) JOIN person ON person.person_id = guardian_id
WHERE pupil_id = :pupil_id ORDER BY place, guardian_id
"""  # noqa: S608 - declared by us
_PAST = """
SELECT guardian_id AS person_id, person.name, coalesce(relation, '') AS relation, since, until, reason
FROM past_guardianship JOIN person ON person.person_id = guardian_id
WHERE pupil_id = :pupil_id ORDER BY until DESC, guardian_id
"""
_KEEP = """
INSERT INTO guardianship (pupil_id, guardian_id, relation, place, invited_by)
SELECT :pupil_id, :person_id, :relation, 1 + coalesce(max(place), 0), :invited_by
FROM guardianship WHERE pupil_id = :pupil_id
"""
_END = """
WITH gone AS (
  DELETE FROM guardianship WHERE pupil_id = :pupil_id AND guardian_id = :person_id
  RETURNING pupil_id, guardian_id, relation, since
)
INSERT INTO past_guardianship (pupil_id, guardian_id, relation, since, reason, ended_by)
SELECT pupil_id, guardian_id, relation, since, :reason, :ended_by FROM gone
"""
_IDS = """
SELECT pupil_id, array_agg(guardian_id ORDER BY place, guardian_id) AS guardian_ids FROM guardianship
WHERE pupil_id = ANY (CAST(:pupil_ids AS uuid[])) GROUP BY pupil_id
"""
_HERE = f"""
SELECT {_ADULT.replace("coalesce(relation, '')", "''")}, array_agg(pupil.name ORDER BY pupil.name) AS children
FROM guardianship JOIN pupil USING (school_id, pupil_id) JOIN person ON person.person_id = guardian_id
WHERE guardian_id = :person_id GROUP BY person.person_id, person.name, phone_sealed
"""  # noqa: S608 - declared by us


class Guardians(Adults):
    """Who may see a child and act for it."""

    def family(self, pupil_id: str) -> Family | None:
        """Return a pupil of this school with its guardians in their order."""
        return self._family(_CHILD, pupil_id)

    def hold_family(self, pupil_id: str) -> Family | None:
        """Return it, and until the end nobody else changes whose guardians they are."""
        return self._family(_HOLD, pupil_id)

    def past_guardians(self, pupil_id: str) -> tuple[PastGuarding, ...]:
        """Return who was a guardian of a pupil of this school, the last one first."""
        return tuple(
            PastGuarding(
                person_id=row.person_id, name=row.name, relation=row.relation, since=row.since, until=row.until,
                reason=EndReason(row.reason),
            )
            for row in self.rows(_PAST, pupil_id=pupil_id)
        )

    def keep_guardian(self, pupil_id: str, person_id: str, relation: str, invited_by: str) -> None:
        """Let somebody be the last of a pupil's guardians."""
        self.run(_KEEP, pupil_id=pupil_id, person_id=person_id, relation=relation, invited_by=invited_by)

    def end_guardian(self, pupil_id: str, person_id: str, reason: EndReason, ended_by: str) -> None:
        """Let somebody be no guardian of the pupil any more, and write down from when to when they were."""
        self.run(_END, pupil_id=pupil_id, person_id=person_id, reason=reason, ended_by=ended_by)

    def guardian_ids(self, pupil_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the guardians of pupils of this school in their order, by pupil."""
        return {row.pupil_id: tuple(row.guardian_ids) for row in self.rows(_IDS, pupil_ids=list(pupil_ids))}

    def guardian_here(self, person_id: str) -> Addressee | None:
        """Return somebody who is a guardian of a pupil of this school."""
        row = self.row(_HERE, person_id=person_id)
        return self.addressee(row) if row else None

    def _family(self, question: str, pupil_id: str) -> Family | None:
        row = self.row(question, pupil_id=pupil_id)
        if row is None:
            return None
        return Family(
            child=Child(pupil_id=row.pupil_id, name=row.name, class_id=row.class_id),
            guardians=tuple(
                Guarding(
                    who=self.addressee(one), relation=one.relation, since=one.since, invited_by=one.invited_by
                )
                for one in self.rows(_GUARDIANS, pupil_id=pupil_id)
            ),
        )
