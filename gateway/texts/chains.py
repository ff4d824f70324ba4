"""What is done on the way of an approval, and who does it, in words."""

from collections.abc import Iterable

from contracts.actor import Role
from gateway.texts.roles import role_names

_SAID = {
    "approved": "同意", "rejected": "不同意", "returned": "退回", "claimed": "领取", "released": "放回",
    "delegated": "请别人先看", "resolved": "看过了", "transferred": "转交", "signer_added": "加签",
    "signer_removed": "减签", "copied": "抄送", "reminded": "催办", "overdue": "逾期", "reassigned": "改派",
    "nobody_there": "暂时没有人可以办理",
}  # fmt: skip
_FAMILY = "家长"
_SHIPPED = {
    "care_class": "班级审核后，学校统一安排", "care_class_principal": "班级审核，校长审定",
    "clubs_class_school": "班级审核，学校复核",
}


def said_words(what: str) -> str:
    """同意, 退回, …; what is not known yet is shown as it came."""
    return _SAID.get(what, what)


def shipped_words(key: str, title: str) -> str:
    """班级审核，校长审定; one that is not known yet by its own title."""
    return _SHIPPED.get(key, title)


def roles(groups: Iterable[str]) -> str:
    """班主任、教导处; a group that is not known yet is shown as it came."""
    known = {str(role): role for role in Role if role is not Role.GUARDIAN}
    posts = [known[group] for group in groups if group in known]
    others = [_FAMILY if group == Role.GUARDIAN else group for group in groups if group not in known]
    return "、".join([*([role_names(posts)] if posts else []), *others])
