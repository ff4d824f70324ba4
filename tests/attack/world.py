"""The world of the attack: two districts, three schools, four classes, everybody in them bearing an unmistakable mark.

Seen from the class `own`: `class` is another of the same school, `school` one of another school, `district` one abroad.
"""

from dataclasses import dataclass, field

from contracts.actor import Role
from plumbing.ids import new_id

RELATIONS = ("own", "class", "school", "district")
ROLES = tuple(role for role in Role if role is not Role.VISITOR)
OF_A_CLASS = (Role.GUARDIAN, Role.TEACHER, Role.HEAD_TEACHER)
AT_A_PLACE = (*OF_A_CLASS, Role.ACADEMIC_OFFICE)
SUBJECT = "数学"
_MARKS = {"own": "Q7OWN", "class": "Q7CLS", "school": "Q7SCH", "district": "Q7DIS"}


@dataclass(frozen=True, kw_only=True)
class Person:
    """An adult with an account; `login`, `name` and `phone` are canaries."""

    person_id: str = field(default_factory=new_id)
    staff_id: str = field(default_factory=new_id)
    name: str
    login: str
    phone: str


@dataclass(frozen=True, kw_only=True)
class School:
    school_id: str = field(default_factory=new_id)
    district_id: str
    code: str
    name: str
    care_id: str = field(default_factory=new_id)
    club_id: str = field(default_factory=new_id)
    session_id: str = field(default_factory=new_id)
    programme_id: str = field(default_factory=new_id)

    @property
    def club(self):
        return f"{self.name}社团"


@dataclass(kw_only=True)
class Place:
    """A class, its family, teacher, head teacher and office; children, pieces and applications by purpose.

    `aside` are another guardian and teacher of it, who attack nobody: whoever ends their sessions stops no attack.
    """

    mark: str
    school: School
    number: int
    people: dict[Role, Person]
    aside: dict[Role, Person]
    class_id: str = field(default_factory=new_id)
    pupils: dict[str, str] = field(default_factory=dict)
    pieces: dict[str, str] = field(default_factory=dict)
    applications: dict[str, str] = field(default_factory=dict)
    messages: dict[Role, str] = field(default_factory=dict)
    sessions: dict[Role, str] = field(default_factory=dict)
    roster: dict = field(default_factory=dict)
    exports: dict[str, str] = field(default_factory=dict)
    published_id: str = ""
    replay_id: str = ""

    def everybody(self):
        """Return the adults of this class."""
        return [*self.people.values(), *self.aside.values()]

    def child_name(self, purpose):
        """Return the canary of a child."""
        return f"{self.mark}CHILD{list(self.pupils).index(purpose):02d}"

    @property
    def content(self):
        """Return what its homework says."""
        return f"{self.mark}HOMEWORK"

    @property
    def reason(self):
        """Return why an application was turned down."""
        return f"{self.mark}REASON"


class World:
    """`children`, `pieces` and `applications` name the purposes for which there is one in every class."""

    def __init__(self, *, children, pieces, applications):
        self.nonce = new_id()[-8:]
        self.districts = {code: new_id() for code in ("near", "far")}
        here, there = self._school("A", "near"), self._school("B", "near")
        self.places = {
            "own": self._place("own", here, 1), "class": self._place("class", here, 2),
            "school": self._place("school", there, 1),
            "district": self._place("district", self._school("C", "far"), 1),
        }
        for place in self.places.values():
            place.pupils = {purpose: new_id() for purpose in children}
            place.pieces = {purpose: new_id() for purpose in pieces}
            place.applications = {purpose: new_id() for purpose in applications}
        own = self.places["own"]
        self.holders = {role: own.people.get(role) or person(own.mark, role, self.nonce) for role in ROLES}
        self.removed = {role: person(f"{own.mark}GONE", role, self.nonce) for role in ROLES}

    def _school(self, letter, district):
        name = f"Q7{letter}SCHOOL"
        return School(district_id=self.districts[district], code=f"{name}-{self.nonce}".lower(), name=name)

    def _place(self, relation, school, number):
        mark = _MARKS[relation]
        people = {role: person(mark, role, self.nonce) for role in AT_A_PLACE}
        aside = {role: person(f"{mark}ASIDE", role, self.nonce) for role in (Role.GUARDIAN, Role.TEACHER)}
        return Place(mark=mark, school=school, number=number, people=people, aside=aside)

    @property
    def schools(self):
        return {place.school.school_id: place.school for place in self.places.values()}.values()

    def places_of(self, school):
        return [place for place in self.places.values() if place.school is school]


_numbers = iter(range(1, 10_000))


def person(mark, role, nonce):
    """Return a person who holds a role, with number and login that nobody else has."""
    name = f"{mark}{role.replace('_', '').upper()}"
    return Person(name=name, login=f"{name}-{nonce}".lower(), phone=f"1207{next(_numbers):07d}")
