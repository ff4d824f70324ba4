"""One piece of homework: asked to be published, corrected, withdrawn; judged before; read after."""

from datetime import date, datetime
from enum import StrEnum

from marshmallow import fields

from contracts.actor import STAFF, Role
from contracts.call import Call
from contracts.event import Event
from contracts.fields import Choice, Id, LocalDate, Minutes, Text, WholeNumber
from contracts.finding import Finding
from contracts.message import Message, of


class Kind(StrEnum):
    """Kinds of homework (H6)."""

    WRITTEN = "written"
    READING = "reading"
    INQUIRY = "inquiry"
    EXERCISE = "exercise"
    ARTS = "arts"
    LABOUR = "labour"


class Place(StrEnum):
    """Where it is meant to be done (H8)."""

    SCHOOL = "school"
    HOME = "home"


class Practice(StrEnum):
    """Ways of setting homework that rules speak about (H7); a teacher says which apply."""

    COPYING = "copying"
    PUNITIVE = "punitive"
    BEYOND_STANDARD = "beyond_standard"
    BY_PHONE = "by_phone"
    SET_FOR_GUARDIANS = "set_for_guardians"
    MARKED_BY_GUARDIANS = "marked_by_guardians"
    PRINTED_BY_GUARDIANS = "printed_by_guardians"
    SELF_MARKED = "self_marked"
    IN_RECESS = "in_recess"


KIND_LABELS = {
    Kind.WRITTEN: "书面", Kind.READING: "口头·阅读", Kind.INQUIRY: "科学探究",
    Kind.EXERCISE: "体育锻炼", Kind.ARTS: "艺术欣赏", Kind.LABOUR: "劳动·社会实践",
}
PLACE_LABELS = {Place.SCHOOL: "在校完成", Place.HOME: "回家完成"}
PRACTICE_LABELS = {
    Practice.COPYING: "机械、重复抄写", Practice.PUNITIVE: "惩罚性", Practice.BEYOND_STANDARD: "超出课程标准",
    Practice.BY_PHONE: "要用手机或微信群完成、打卡", Practice.SET_FOR_GUARDIANS: "需要家长来做",
    Practice.MARKED_BY_GUARDIANS: "需要家长检查批改", Practice.PRINTED_BY_GUARDIANS: "需要家长打印",
    Practice.SELF_MARKED: "学生自批自改", Practice.IN_RECESS: "占用课间或午休",
}


class Draft(Message):
    """What a teacher wants to set: one class, one day on which it is to be done, one subject."""

    class_id: str = of(Id(metadata={"label": "班级"}))
    subject: str = of(Text(shortest=1, longest=20, metadata={"label": "学科"}))
    day: date = of(LocalDate(metadata={"label": "哪一天做", "hint": "当天的作业总量按这一天计算"}))
    kind: Kind = of(Choice(Kind, metadata={"label": "类型", "labels": KIND_LABELS}))
    place: Place = of(Choice(Place, metadata={"label": "在哪里完成", "labels": PLACE_LABELS}))
    minutes: int = of(
        Minutes(
            least=1,
            metadata={"label": "预计用时（分钟）", "hint": "一名中等学生大约要用的时间", "widget": "minutes"},
        )
    )
    content: str = of(Text(shortest=1, longest=500, metadata={"label": "内容", "widget": "textarea"}))
    practices: tuple[Practice, ...] = of(
        fields.List(
            Choice(Practice),
            metadata={"label": "这项作业有没有下面的情况", "hint": "没有就不选", "labels": PRACTICE_LABELS},
        ),
        default=(),
    )


class PublishHomework(Draft):
    """A teacher asks to publish a draft to its class."""


class Published(Message):
    """The homework stands on the board. `warnings` are findings that do not forbid."""

    assignment_id: str = of(Id())
    warnings: tuple[Finding, ...] = ()


class DayBudget(Message):
    """What a class already has on a day and what is left, in the terms of the tightest norm (H1, H2).

    `counts` and `place` say what that norm counts; `limit_minutes` is absent where nothing is capped.
    """

    class_id: str = of(Id())
    day: date
    counts: str = "written"
    place: str = "total"
    used_minutes: int = 0
    limit_minutes: int | None = None
    left_minutes: int | None = None
    clause: str = ""


class Judged(Message):
    """What publishing this draft would meet now. Empty `findings` means that it would pass."""

    findings: tuple[Finding, ...]
    budget: DayBudget


class ReadBudget(Message):
    """Ask what a class has on a day, before anything is typed."""

    class_id: str = of(Id())
    day: date


class CorrectHomework(Message):
    """Its teacher replaces what a published piece says; the board shows it as corrected, with the reason."""

    assignment_id: str = of(Id())
    sequence: int = of(WholeNumber(least=1))
    kind: Kind = of(Choice(Kind, metadata={"label": "类型", "labels": KIND_LABELS}))
    place: Place = of(Choice(Place, metadata={"label": "在哪里完成", "labels": PLACE_LABELS}))
    minutes: int = of(Minutes(least=1, metadata={"label": "预计用时（分钟）", "widget": "minutes"}))
    content: str = of(Text(shortest=1, longest=500, metadata={"label": "内容", "widget": "textarea"}))
    reason: str = of(Text(shortest=1, longest=200, metadata={"label": "为什么更正", "hint": "会显示在公示上"}))


class WithdrawHomework(Message):
    """Its teacher takes a published piece back; the board keeps it, struck through, with the reason."""

    assignment_id: str = of(Id())
    reason: str = of(Text(shortest=1, longest=200, metadata={"label": "为什么撤回", "hint": "会显示在公示上"}))


class Stands(Message):
    """The piece as it now stands; `sequence` grows with every change."""

    assignment_id: str = of(Id())
    sequence: int = of(WholeNumber(least=1))


class ReadAssignment(Message):
    """Ask for one piece that the asker may see."""

    assignment_id: str = of(Id())


class ListMine(Message):
    """Ask for what the asker has set, newest day first, one page of 50 before `before`."""

    before: date | None = None


class Assignment(Message):
    """One piece as the board shows it. `state` is published, corrected or withdrawn."""

    assignment_id: str = of(Id())
    sequence: int
    state: str
    class_id: str = of(Id())
    teacher_id: str = of(Id())
    subject: str
    day: date
    kind: Kind
    place: Place
    minutes: int
    content: str
    published_at: datetime
    changed_at: datetime | None = None
    reason: str = ""


class Assignments(Message):
    """A page of pieces."""

    assignments: tuple[Assignment, ...]


class HomeworkPublished(Event):
    """A piece became visible to its class. Sent once per assignment."""

    type = "homework.published.v1"
    about = "assignment_id"

    assignment_id: str = of(Id())
    class_id: str = of(Id())
    teacher_id: str = of(Id())
    subject: str
    day: date
    kind: Kind
    place: Place
    minutes: int


class HomeworkCorrected(Event):
    """A published piece now says something else. Full state of what changed."""

    type = "homework.corrected.v1"
    about = "assignment_id"

    assignment_id: str = of(Id())
    class_id: str = of(Id())
    teacher_id: str = of(Id())
    subject: str
    day: date
    kind: Kind
    place: Place
    minutes: int


class HomeworkWithdrawn(Event):
    """A published piece no longer has to be done."""

    type = "homework.withdrawn.v1"
    about = "assignment_id"

    assignment_id: str = of(Id())
    class_id: str = of(Id())
    teacher_id: str = of(Id())
    subject: str
    day: date


TEACHERS = frozenset({Role.TEACHER})
PUBLISH = Call(
    service="homework", method="publish", ask=PublishHomework, answer=Published, allow=TEACHERS, command=True
)
JUDGE = Call(service="homework", method="judge", ask=Draft, answer=Judged, allow=TEACHERS)
BUDGET = Call(service="homework", method="budget", ask=ReadBudget, answer=DayBudget, allow=TEACHERS)
CORRECT = Call(service="homework", method="correct", ask=CorrectHomework, answer=Stands, allow=TEACHERS, command=True)
WITHDRAW = Call(
    service="homework", method="withdraw", ask=WithdrawHomework, answer=Stands, allow=TEACHERS, command=True
)
READ = Call(service="homework", method="read", ask=ReadAssignment, answer=Assignment, allow=STAFF | {Role.GUARDIAN})
MINE = Call(service="homework", method="mine", ask=ListMine, answer=Assignments, allow=TEACHERS)
