"""Standing: what the school knows before a roster is taken in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from services.directory.domain.roster.class_key import ClassKey


@dataclass(frozen=True, kw_only=True)
class KnownPerson:
    """An adult of the district, found by a number."""

    person_id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class StandingPupil:
    """A child as kept; without a class it has left. `guardians` are (person, relation) in their order.

    `invited` are those of them who came by a page: a roster that does not name them does not end their right.
    `ended` are people whose right the school has ended: no roster brings it back.
    """

    pupil_id: str
    name: str
    numbered: bool = False
    born_on: date | None = None
    class_key: ClassKey | None = None
    seat_number: int | None = None
    left_behind: bool = False
    migrant: bool = False
    guardians: tuple[tuple[str, str], ...] = ()
    invited: frozenset[str] = frozenset()
    ended: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Held:
    """One role with its scope, by grade and number where it is a class's."""

    role: str
    class_key: ClassKey | None = None
    subject: str | None = None
    grade: int | None = None


@dataclass(frozen=True, kw_only=True)
class StandingColleague:
    """One of the staff, with all they hold."""

    staff_id: str
    person_id: str
    name: str
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Standing:
    """`people` are by phone, `numbered` pupils' ids by student number: of those only that the file names."""

    grades: range
    classes: frozenset[ClassKey]
    people: Mapping[str, KnownPerson]
    pupils: tuple[StandingPupil, ...] = ()
    numbered: Mapping[str, str]
    staff: tuple[StandingColleague, ...] = ()
