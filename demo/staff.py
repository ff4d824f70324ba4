"""Staff: a named person, with an account, for every post of a school."""

from collections.abc import Sequence

from demo.ids import an_id
from demo.names import Names
from demo.people import Colleague, Person, SchoolClass
from demo.phones import Phones
from demo.plans import Plan
from demo.posts import posts


def staff_of(plan: Plan, classes: Sequence[SchoolClass], names: Names, phones: Phones) -> tuple[Colleague, ...]:
    """Return the school's colleagues, the principal first; logins read `qinghe-laoshi-03`, offices by their title."""
    staff, teachers = [], 0
    for post in posts(classes):
        teachers += post.title is None
        login = f"{plan.code}-{post.title or f'laoshi-{teachers:02d}'}"
        person = Person(
            person_id=an_id("person", login), name=names.adult(), login=login, phone=phones.number()
        )
        staff.append(Colleague(staff_id=an_id("staff", login), person=person, grants=tuple(post.grants)))
    return tuple(staff)
