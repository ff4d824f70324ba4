"""Roll: a district as a file brings it, whole: schools, people, who is where and holds what, the calendar."""

from datetime import date

from contracts.actor import Grant, Role
from contracts.directory.calendar import MarkedDay, Season, Term
from contracts.directory.school import Stage
from contracts.fields import Id, Text, WholeNumber
from contracts.message import Message, of


class RollDistrict(Message):
    """The district itself."""

    district_id: str = of(Id())
    code: str = of(Text(shortest=1, longest=40))
    name: str = of(Text(shortest=1, longest=80))


class RollCalendar(Message):
    """The district's calendar."""

    calendar_id: str = of(Id())
    terms: tuple[Term, ...]
    marked: tuple[MarkedDay, ...]
    provisional_from: date | None = None
    seasons: tuple[Season, ...] = ()


class RollPerson(Message):
    """An adult; with an account, if there is a login."""

    person_id: str = of(Id())
    name: str = of(Text(shortest=1, longest=64))
    phone: str = of(Text(longest=20))
    login: str | None = of(Text(shortest=1, longest=64), default=None)


class RollOfficer(Message):
    """A person of the district's office."""

    person_id: str = of(Id())
    role: Role


class RollClass(Message):
    """One class."""

    class_id: str = of(Id())
    grade: int = of(WholeNumber(least=1, most=9))
    number: int = of(WholeNumber(least=1, most=60))


class RollPupil(Message):
    """One pupil, with a seat and guardians."""

    pupil_id: str = of(Id())
    name: str = of(Text(shortest=1, longest=64))
    class_id: str = of(Id())
    seat_number: int = of(WholeNumber(least=1, most=99))
    guardian_ids: tuple[str, ...]


class RollColleague(Message):
    """One person of a school's staff, with all that they hold there."""

    staff_id: str = of(Id())
    person_id: str = of(Id())
    grants: tuple[Grant, ...]


class RollSchool(Message):
    """One school with everyone in it."""

    school_id: str = of(Id())
    code: str = of(Text(shortest=1, longest=40))
    name: str = of(Text(shortest=1, longest=80))
    stage: Stage
    classes: tuple[RollClass, ...]
    staff: tuple[RollColleague, ...]
    pupils: tuple[RollPupil, ...]


class Roll(Message):
    """The whole district. Whoever has a login gets an account with the password of `password_hash`."""

    district: RollDistrict
    calendar: RollCalendar
    password_hash: str
    officers: tuple[RollOfficer, ...]
    people: tuple[RollPerson, ...]
    schools: tuple[RollSchool, ...]
