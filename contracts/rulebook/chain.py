"""Chains of approval: who decides what in a school, step by step; published version by version."""

from enum import StrEnum
from typing import Any

from marshmallow import fields

from contracts.event import Event
from contracts.fields import Choice, Id, Text, WholeNumber
from contracts.message import Message, of


class Affair(StrEnum):
    """What a chain decides: applications for basic care, or for clubs (E4)."""

    BASIC_CARE = "basic_care"
    CLUB = "club"


class Group(StrEnum):
    """Who may be asked to decide: a post of the school, or the child's family, which signs."""

    GUARDIAN = "guardian"
    HEAD_TEACHER = "head_teacher"
    GRADE_LEAD = "grade_lead"
    ACADEMIC_OFFICE = "academic_office"
    AFTER_SCHOOL_OFFICE = "after_school_office"
    PRINCIPAL = "principal"


class WhoSigns(StrEnum):
    """How many of those who may decide a step have to."""

    ANY = "any"
    ALL = "all"


class WhenLate(StrEnum):
    """What becomes of a step that is not decided in time."""

    WAIT = "wait"
    NOTIFY = "notify"
    REASSIGN = "reassign"


class WhenNobody(StrEnum):
    """What becomes of a step that nobody holds the post for."""

    WAIT = "wait"
    SKIP = "skip"
    ESCALATE = "escalate"


class LeftOut(StrEnum):
    """When a step is not needed."""

    NEVER = "never"
    GUARDIAN_APPLIES = "guardian_applies"
    NO_CLUBS = "no_clubs"


AFFAIR_LABELS = {Affair.BASIC_CARE: "课后看护", Affair.CLUB: "社团"}
GROUP_LABELS = {
    Group.GUARDIAN: "家长（签字）", Group.HEAD_TEACHER: "班主任", Group.GRADE_LEAD: "年级组长",
    Group.ACADEMIC_OFFICE: "教导处", Group.AFTER_SCHOOL_OFFICE: "课后服务办公室", Group.PRINCIPAL: "校长",
}  # fmt: skip
_SUPERIORS = {group: label for group, label in GROUP_LABELS.items() if group is not Group.GUARDIAN}
WHO_SIGNS_LABELS = {WhoSigns.ANY: "有一个人同意就行", WhoSigns.ALL: "每个人都要同意"}
WHEN_LATE_LABELS = {WhenLate.WAIT: "继续等", WhenLate.NOTIFY: "告诉上一级", WhenLate.REASSIGN: "改由上一级办理"}
WHEN_NOBODY_LABELS = {WhenNobody.WAIT: "等到有人", WhenNobody.SKIP: "跳过这一步", WhenNobody.ESCALATE: "交给别的岗位"}
LEFT_OUT_LABELS = {
    LeftOut.NEVER: "每一份都要", LeftOut.GUARDIAN_APPLIES: "家长自己申请的不用", LeftOut.NO_CLUBS: "没有选社团的不用",
}


class ChainPublished(Event):
    """A school's chain for one affair, as of this version. Full state; a version that was published never changes.

    `definition` is a plain document as `engines.approval.document` reads it.
    """

    type = "rulebook.chain_published.v1"
    about = "chain_id"

    chain_id: str = of(Id())
    affair: str
    version: int = of(WholeNumber(least=1))
    definition: dict[str, Any] = of(fields.Dict())


class ChainStep(Message):
    """One step of a chain. Days are school days; `superior` and `fallback` are absent where nobody else is meant."""

    name: str = of(Text(shortest=1, longest=20, metadata={"label": "这一步叫什么", "hint": "例如：班级审核"}))
    groups: tuple[Group, ...] = of(
        fields.List(
            Choice(Group), required=True, metadata={"label": "由谁办理", "hint": "可以选几个", "labels": GROUP_LABELS}
        )
    )
    signs: WhoSigns = of(
        Choice(WhoSigns, metadata={"label": "要几个人同意", "labels": WHO_SIGNS_LABELS}), default=WhoSigns.ANY
    )
    due_days: int | None = of(
        WholeNumber(least=1, most=60, metadata={"label": "几个教学日内办完", "hint": "不限就不填"}), default=None
    )
    remind_days: int | None = of(
        WholeNumber(least=1, most=60, metadata={"label": "第几个教学日提醒", "hint": "不提醒就不填"}), default=None
    )
    late: WhenLate = of(
        Choice(WhenLate, metadata={"label": "逾期怎么办", "labels": WHEN_LATE_LABELS}), default=WhenLate.WAIT
    )
    superior: Group | None = of(
        Choice(Group, metadata={"label": "上一级是谁", "labels": _SUPERIORS}), default=None
    )
    nobody: WhenNobody = of(
        Choice(WhenNobody, metadata={"label": "没有人担任时", "labels": WHEN_NOBODY_LABELS}), default=WhenNobody.WAIT
    )
    fallback: Group | None = of(
        Choice(Group, metadata={"label": "交给谁", "labels": _SUPERIORS}), default=None
    )
    left_out: LeftOut = of(
        Choice(LeftOut, metadata={"label": "哪些申请要办这一步", "labels": LEFT_OUT_LABELS}), default=LeftOut.NEVER
    )
