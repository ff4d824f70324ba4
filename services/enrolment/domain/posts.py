"""Posts: under which names a chain's groups are found: a class's head teacher, a grade's lead, a child's family."""

from collections.abc import Mapping

from engines.approval import key_of

FAMILY = "guardian"


def post(role: str, *, class_id: str | None = None, grade: int | None = None, pupil_id: str | None = None) -> str:
    """Return the name of what somebody holds in a school."""
    return key_of(role, _place(role, class_id=class_id, grade=grade, pupil_id=pupil_id))


def places(*, class_id: str, grade: int | None, pupil_id: str) -> Mapping[str, str]:
    """Return which of many such groups each is for a child's application, as far as it is known."""
    lead = {} if grade is None else {"grade_lead": str(grade)}
    return {"head_teacher": class_id, **lead, FAMILY: pupil_id}


def _place(role: str, *, class_id: str | None, grade: int | None, pupil_id: str | None) -> str | None:
    if role == "grade_lead":
        return None if grade is None else str(grade)
    return {"head_teacher": class_id, FAMILY: pupil_id}.get(role)
