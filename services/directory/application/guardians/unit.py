"""GuardianUnit: what one transaction of directory can reach of the guardians of children."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from contracts.directory.guardian import EndReason
from services.directory.application.cards.unit import CardUnit
from services.directory.application.guardians.guarding import Family, PastGuarding
from services.directory.application.rosters.kept import NewPerson
from services.directory.domain.roster.standing import KnownPerson


class GuardianUnit(CardUnit, Protocol):
    """One open transaction that may let somebody be a guardian, or be none any more."""

    def audit(self, action: str, object_kind: str, object_id: str, pupil_id: str | None = None) -> None:
        """Record who did what to which thing, and to which child's."""

    def family(self, pupil_id: str) -> Family | None:
        """Return a pupil of this school with its guardians in their order."""

    def hold_family(self, pupil_id: str) -> Family | None:
        """Return it, and until the end nobody else changes whose guardians they are."""

    def past_guardians(self, pupil_id: str) -> tuple[PastGuarding, ...]:
        """Return who was a guardian of a pupil of this school, the last one first."""

    def keep_guardian(self, pupil_id: str, person_id: str, relation: str, invited_by: str) -> None:
        """Let somebody be the last of a pupil's guardians."""

    def end_guardian(self, pupil_id: str, person_id: str, reason: EndReason, ended_by: str) -> None:
        """Let somebody be no guardian of the pupil any more, and write down from when to when they were."""

    def known_people(self, phones: Sequence[str]) -> Mapping[str, KnownPerson]:
        """Return those of the district to whom these numbers belong, by number."""

    def keep_new_people(self, people: Sequence[NewPerson]) -> None:
        """Let these people be known. Raises Conflict when a number has become somebody's meanwhile."""
