"""Shown: the people of the demo whom the cards introduce."""

from collections import Counter
from collections.abc import Iterable

from contracts.actor import Role
from demo.people import District, Person, Pupil, School
from demo.plans import CARDS, CARDS_CLASS


def holder(school: School, role: Role, class_id: str | None = None, subject: str | None = None) -> Person:
    """Return the first person of the staff who holds this."""
    return next(
        colleague.person for colleague in school.staff for grant in colleague.grants
        if (grant.role, grant.class_id, grant.subject) == (role, class_id, subject)
    )


def guardian_of(district: District, children: int) -> Person:
    """Return one of two guardians with so many children, all in the cards' school and just one in the cards' class."""
    school = district.school(CARDS)
    class_id = school.the_class(*CARDS_CLASS).class_id
    anywhere = _children_of(pupil for other in district.schools for pupil in other.pupils)
    at_the_school = _children_of(school.pupils)
    in_the_class = [pupil.guardian_ids for pupil in school.pupils if pupil.class_id == class_id]
    chosen = next(
        both[0] for both in in_the_class
        if len(both) == 2 and anywhere[both[0]] == at_the_school[both[0]] == children and in_the_class.count(both) == 1
    )
    return next(person for person in school.guardians if person.person_id == chosen)


def _children_of(pupils: Iterable[Pupil]) -> Counter[str]:
    return Counter(guardian_id for pupil in pupils for guardian_id in pupil.guardian_ids)
