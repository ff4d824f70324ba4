"""The district, built: every school with its classes, staff, pupils and their guardians."""

from collections.abc import Sequence
from functools import cache

from demo.families import Families, Family, class_id
from demo.ids import an_id
from demo.names import Names
from demo.people import District, Person, School, SchoolClass
from demo.phones import Phones
from demo.plans import Plan, district, plans
from demo.staff import staff_of

_ELDER_SIBLINGS_OF = {"l": "g", "m": "a"}
"""Junior school → the primary school whose families send their elder children there."""


@cache
def build() -> District:
    """Return the demo district; it is the same every time."""
    names, phones = Names(), Phones()
    code, name = district()
    families: dict[str, Sequence[Family]] = {}
    schools = tuple(_school(plan, names, phones, families) for plan in plans())
    return District(
        district_id=an_id("district"),
        code=code,
        name=name,
        officers=(_officer(f"{code}-jiaoyuju", names, phones), _officer(f"{code}-jiaoyuju-2", names, phones)),
        schools=schools,
    )


def _officer(login: str, names: Names, phones: Phones) -> Person:
    return Person(person_id=an_id("person", login), name=names.adult(), login=login, phone=phones.number())


def _school(plan: Plan, names: Names, phones: Phones, families: dict[str, Sequence[Family]]) -> School:
    from_elsewhere = families.get(_ELDER_SIBLINGS_OF.get(plan.key, ""), ())
    classes = _classes(plan)
    staff = staff_of(plan, classes, names, phones)
    at_home = Families(plan, names, phones, from_elsewhere)
    pupils = [
        pupil for a_class in classes
        for pupil in at_home.fill(a_class, colleague=staff[-1] if a_class is classes[0] else None)
    ]
    families[plan.key] = at_home.families
    return School(
        plan=plan,
        school_id=an_id("school", plan.key),
        classes=classes,
        staff=staff,
        pupils=tuple(pupils),
        guardians=tuple(at_home.guardians),
    )


def _classes(plan: Plan) -> tuple[SchoolClass, ...]:
    return tuple(
        SchoolClass(class_id=class_id(plan, grade, number), grade=grade, number=number)
        for grade, how_many in plan.classes.items()
        for number in range(1, how_many + 1)
    )
