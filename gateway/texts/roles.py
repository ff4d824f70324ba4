"""Roles as people say them."""

from collections.abc import Iterable

from contracts.actor import Role

_NAMES = {
    Role.PRINCIPAL: "校长", Role.ACADEMIC_OFFICE: "教导处", Role.AFTER_SCHOOL_OFFICE: "课后服务办公室",
    Role.GRADE_LEAD: "年级组长", Role.HEAD_TEACHER: "班主任", Role.TEACHER: "任课教师",
    Role.DISTRICT_OFFICE: "区教育局", Role.GUARDIAN: "监护人",
}  # fmt: skip
NO_MORE = "已经没有职务的人"


def role_names(roles: Iterable[Role]) -> str:
    """班主任、任课教师."""
    held = set(roles)
    return "、".join(name for role, name in _NAMES.items() if role in held) or NO_MORE
