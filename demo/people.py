"""People of the demo and where they stand: persons, pupils, classes, colleagues, schools, the district."""

from dataclasses import dataclass

from contracts.actor import Grant
from demo.plans import Plan

NUMERALS = " 一二三四五六七八九"


@dataclass(frozen=True, kw_only=True)
class Person:
    """An adult with an account. Every name and number is invented."""

    person_id: str
    name: str
    login: str
    phone: str


@dataclass(frozen=True, kw_only=True)
class SchoolClass:
    """One class of a school."""

    class_id: str
    grade: int
    number: int

    @property
    def name(self) -> str:
        """Return the class as people say it: 三（2）班."""
        return f"{NUMERALS[self.grade]}（{self.number}）班"


@dataclass(frozen=True, kw_only=True)
class Pupil:
    """A child with a seat in a class and at least one guardian."""

    pupil_id: str
    name: str
    class_id: str
    seat_number: int
    guardian_ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Colleague:
    """A person of the staff, with all that they hold in the school."""

    staff_id: str
    person: Person
    grants: tuple[Grant, ...]


@dataclass(frozen=True, kw_only=True)
class School:
    """One school; `guardians` are the persons who first came to the district with a child of this school."""

    plan: Plan
    school_id: str
    classes: tuple[SchoolClass, ...]
    staff: tuple[Colleague, ...]
    pupils: tuple[Pupil, ...]
    guardians: tuple[Person, ...]

    def the_class(self, grade: int, number: int) -> SchoolClass:
        """Return the class of that grade and number."""
        return next(c for c in self.classes if (c.grade, c.number) == (grade, number))


@dataclass(frozen=True, kw_only=True)
class District:
    """The whole district, with the two persons of its office: what one drafts, the other adopts."""

    district_id: str
    code: str
    name: str
    officers: tuple[Person, Person]
    schools: tuple[School, ...]

    def school(self, key: str) -> School:
        """Return the school of a plan."""
        return next(school for school in self.schools if school.plan.key == key)
