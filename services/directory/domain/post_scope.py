"""Post scope: what a role has to name besides itself: a class and a subject, a class, a grade, or nothing."""

from collections.abc import Mapping

SCOPES: Mapping[str, frozenset[str]] = {
    "teacher": frozenset({"class_id", "subject"}),
    "head_teacher": frozenset({"class_id"}),
    "grade_lead": frozenset({"grade"}),
    "academic_office": frozenset(),
    "after_school_office": frozenset(),
    "principal": frozenset(),
}
_PARTS = ("class_id", "subject", "grade")


def wrong_scope(role: str, named: Mapping[str, object]) -> dict[str, list[str]]:
    """Return what is wrong with a scope, by field; nothing where it fits the role."""
    if role not in SCOPES:
        return {"role": ["请从列表中选择。"]}
    wanted = SCOPES[role]
    missing = {part: ["请填写。"] for part in _PARTS if part in wanted and not named.get(part)}
    spare = {part: ["这个职务不用填这一项。"] for part in _PARTS if part not in wanted and named.get(part)}
    return missing | spare
