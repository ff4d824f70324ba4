"""ErasureUnit: what one transaction can reach that deletes children's data."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from contracts.directory.erasure import AskedErasure, LeftPupil
from services.directory.application.erasures.kept import Family, KeptErasure
from services.directory.application.unit import Unit


class ErasureUnit(Unit, Protocol):
    """The unit of directory, as deleting sees it."""

    def hold_school(self) -> None:
        """Until the end nobody else takes anything in here."""

    def keep_erasure(self, erasure: KeptErasure) -> None:
        """Let this be asked for; a request that stands keeps its asker, and a new day on which it runs out."""

    def erasure(self, pupil_id: str) -> KeptErasure | None:
        """Return the request about a child, if it stands now."""

    def asked_erasures(self) -> tuple[AskedErasure, ...]:
        """Return the requests that stand now, oldest first."""

    def drop_erasure(self, pupil_id: str) -> None:
        """Let no request about this child stand."""

    def keep_erased(self, pupil_ids: Sequence[str]) -> None:
        """Write down that the actor has let these children's data be deleted, as asked for or because they left."""

    def left_before(self, day: date, most: int) -> tuple[LeftPupil, ...]:
        """Return those who left before a day, the longest ago first."""

    def count_left_before(self, day: date) -> int:
        """Return how many left before a day."""

    def family_of(self, pupil_ids: Collection[str]) -> Family:
        """Return who goes with these children."""

    def forget_pupils(self, pupil_ids: Collection[str]) -> Collection[str]:
        """Let nothing be known of these children any more; return the ids of those who were known."""

    def forget_papers(self) -> None:
        """Let no roster, export or file of this school be kept: each may name anybody."""

    def forget_answers(self, words: Collection[str]) -> None:
        """Let no stored answer be kept in which one of these words stands."""

    def forget_person(self, person_id: str) -> bool:
        """Let nothing be known of an adult whom nobody needs; say whether that is so."""
