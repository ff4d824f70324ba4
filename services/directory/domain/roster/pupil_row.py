"""PupilRow: one child as a roster says it."""

from dataclasses import dataclass
from datetime import date

from services.directory.domain.roster.class_key import ClassKey
from services.directory.domain.roster.relation import Relation


@dataclass(frozen=True, kw_only=True)
class GuardianRow:
    """A guardian who can be known by a number; `place` is which of the row's guardians it is."""

    place: int
    name: str
    phone: str
    relation: Relation


@dataclass(frozen=True, kw_only=True)
class PupilRow:
    """What is None or empty was not said."""

    row: int
    name: str
    class_key: ClassKey
    student_number: str | None = None
    born_on: date | None = None
    left_behind: bool | None = None
    migrant: bool | None = None
    guardians: tuple[GuardianRow, ...] = ()

    @property
    def identity(self) -> tuple[object, ...]:
        """Return what this child is known by within the file."""
        return (self.student_number,) if self.student_number else (self.name, self.born_on)

    @property
    def said(self) -> tuple[object, ...]:
        """Return all that the row says, wherever it stands."""
        guardians = tuple((one.name, one.phone, one.relation) for one in self.guardians)
        return (
            self.name, self.class_key, self.student_number, self.born_on, self.left_behind, self.migrant, guardians
        )
