"""What a roster leaves behind in the house: itself, adults and children."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from contracts.directory.roster import RosterOf, RosterWhole, Suffix


@dataclass(frozen=True, kw_only=True)
class KeptRoster:
    """A roster as it was handed in; the digest and the result are there once it has been checked."""

    roster_id: str
    asked_by: str
    file_id: str
    suffix: Suffix
    people: RosterOf
    whole: RosterWhole
    check_job_id: str
    take_in_job_id: str | None = None
    plan_digest: str | None = None
    result: dict[str, Any] | None = None


@dataclass(frozen=True, kw_only=True)
class NewPerson:
    """An adult the district did not know."""

    person_id: str
    name: str
    phone: str


@dataclass(frozen=True, kw_only=True)
class KeptPupil:
    """A child as it is to be kept; what is None is not said and stays as it is. Without a class it has left."""

    pupil_id: str
    name: str
    class_id: str | None
    seat_number: int | None
    student_number: str | None = None
    born_on: date | None = None
    left_behind: bool | None = None
    migrant: bool | None = None


@dataclass(frozen=True, kw_only=True)
class KeptGuardians:
    """All guardians of a child, in order, each with what they are to it."""

    pupil_id: str
    guardians: Sequence[tuple[str, str]]
