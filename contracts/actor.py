"""Actor: who acts, in which school, and what they hold there."""

from enum import StrEnum

from contracts.fields import Id, WholeNumber
from contracts.message import Message, of


class Role(StrEnum):
    """What a person may be in a school or district (domain: People and places)."""

    VISITOR = "visitor"
    GUARDIAN = "guardian"
    TEACHER = "teacher"
    HEAD_TEACHER = "head_teacher"
    GRADE_LEAD = "grade_lead"
    ACADEMIC_OFFICE = "academic_office"
    AFTER_SCHOOL_OFFICE = "after_school_office"
    PRINCIPAL = "principal"
    DISTRICT_OFFICE = "district_office"


OFFICE = frozenset({Role.ACADEMIC_OFFICE, Role.PRINCIPAL})
"""Who is answerable for a school's people."""

STAFF = frozenset(Role) - {Role.VISITOR, Role.GUARDIAN}
SIGNED_IN = frozenset(Role) - {Role.VISITOR}
EVERYONE = frozenset(Role)


class Grant(Message):
    """One role within its scope: a teacher has a class and a subject, a head teacher a class, a guardian a child."""

    role: Role
    class_id: str | None = of(Id(), default=None)
    subject: str | None = None
    grade: int | None = of(WholeNumber(least=1, most=9), default=None)
    pupil_id: str | None = of(Id(), default=None)


class Actor(Message):
    """A person as one school sees them. `school_id` is absent for people of the district alone."""

    person_id: str = of(Id())
    district_id: str = of(Id())
    school_id: str | None = of(Id(), default=None)
    grants: tuple[Grant, ...] = ()

    def roles(self) -> frozenset[Role]:
        """Return every role held, whatever its scope."""
        return frozenset(grant.role for grant in self.grants)

    def teaches(self, class_id: str, subject: str) -> bool:
        """Say whether this is the class's teacher of the subject."""
        return any((g.role, g.class_id, g.subject) == (Role.TEACHER, class_id, subject) for g in self.grants)

    def heads(self, class_id: str) -> bool:
        """Say whether this is the class's head teacher."""
        return any((g.role, g.class_id) == (Role.HEAD_TEACHER, class_id) for g in self.grants)

    def child(self, pupil_id: str) -> Grant | None:
        """Return the guardian's grant for this child, which also names the child's class."""
        held = (g for g in self.grants if (g.role, g.pupil_id) == (Role.GUARDIAN, pupil_id))
        return next(held, None)

    def children(self) -> tuple[Grant, ...]:
        """Return the guardian's grants, one a child."""
        return tuple(g for g in self.grants if g.role is Role.GUARDIAN and g.pupil_id)


NOBODY = "00000000-0000-0000-0000-000000000000"


def visitor(*, district_id: str = NOBODY, school_id: str | None = None) -> Actor:
    """Return someone who has not signed in, looking at one school or at none."""
    return Actor(
        person_id=NOBODY, district_id=district_id, school_id=school_id, grants=(Grant(role=Role.VISITOR),)
    )
