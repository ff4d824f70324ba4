"""Something the after-school service is to offer, as its office writes it into the term's programme (E8, E9)."""

from datetime import date
from enum import StrEnum

from marshmallow import fields

from contracts.enrolment.offering import OfferingSort
from contracts.enrolment.session import grades_asked, weekdays_asked
from contracts.fields import Choice, Id, LocalDate, Text, WholeNumber
from contracts.message import Message, of


class Practice(StrEnum):
    """What an offering must not do (E8): asked, so that it is said."""

    NEW_LESSONS = "new_lessons"
    WHOLE_CLASS_TEACHING = "whole_class_teaching"
    LESSON_EXTENSION = "lesson_extension"
    COMPULSORY = "compulsory"


class StaffKind(StrEnum):
    """Who runs it besides, or instead of, the school's own teachers (E9)."""

    OWN = "own"
    RETIRED = "retired"
    QUALIFIED = "qualified"
    VOLUNTEER = "volunteer"
    INSTITUTION = "institution"


class InstitutionSort(StrEnum):
    """What the institution that is brought in teaches; only what is no school subject is allowed."""

    NON_SUBJECT = "non_subject"
    SUBJECT = "subject"


SORT_LABELS = {
    OfferingSort.BASIC_CARE: "基本看护", OfferingSort.CLUB: "社团", OfferingSort.OUTDOOR_CLUB: "户外社团",
    OfferingSort.SUBJECT_HELP: "学科辅导",
}
PRACTICE_LABELS = {
    Practice.NEW_LESSONS: "讲新课", Practice.WHOLE_CLASS_TEACHING: "集体教学",
    Practice.LESSON_EXTENSION: "作为课堂教学的延伸", Practice.COMPULSORY: "要求学生都参加",
}
STAFF_LABELS = {
    StaffKind.OWN: "本校教师", StaffKind.RETIRED: "退休教师", StaffKind.QUALIFIED: "具备资质的社会专业人员",
    StaffKind.VOLUNTEER: "志愿者", StaffKind.INSTITUTION: "校外机构",
}
INSTITUTION_LABELS = {InstitutionSort.NON_SUBJECT: "非学科类", InstitutionSort.SUBJECT: "学科类"}
_MOST_PLACES, _MOST_YUAN = 2000, 99_999


class Described(Message):
    """What is said of an offering, by its office and to families."""

    sort: OfferingSort = of(Choice(OfferingSort, metadata={"label": "哪一类项目", "labels": SORT_LABELS}))
    title: str = of(Text(shortest=1, longest=30, metadata={"label": "名称", "hint": "例如：足球，三年级基本看护"}))
    session_id: str = of(Id(metadata={"label": "在哪个时段"}))
    grades: tuple[int, ...] = grades_asked("面向哪些年级")
    weekdays: tuple[int, ...] = weekdays_asked("星期几")
    capacity: int = of(WholeNumber(least=1, most=_MOST_PLACES, metadata={"label": "名额"}))
    location: str = of(Text(longest=30, metadata={"label": "地点", "hint": "例如：操场，三（2）班教室"}), default="")
    lead_id: str | None = of(Id(metadata={"label": "负责教师", "hint": "A 角", "widget": "select"}), default=None)
    cover_id: str | None = of(
        Id(metadata={"label": "替补教师", "hint": "B 角，负责教师不在时顶上", "widget": "select"}), default=None
    )
    staff_kinds: tuple[StaffKind, ...] = of(
        fields.List(Choice(StaffKind), metadata={"label": "服务人员", "labels": STAFF_LABELS}), default=()
    )
    fee_yuan: int = of(
        WholeNumber(least=0, most=_MOST_YUAN, metadata={"label": "每名学生每学期收费（元）", "hint": "不收费填 0"}),
        default=0,
    )
    practices: tuple[Practice, ...] = of(
        fields.List(
            Choice(Practice),
            metadata={"label": "会不会这样做", "hint": "都不会就不选", "labels": PRACTICE_LABELS},
        ),
        default=(),
    )
    institution: str = of(Text(longest=60, metadata={"label": "校外机构的名称", "hint": "没有就不填"}), default="")
    institution_sort: InstitutionSort | None = of(
        Choice(InstitutionSort, metadata={"label": "这家机构是哪一类", "labels": INSTITUTION_LABELS}), default=None
    )
    white_listed_until: date | None = of(
        LocalDate(metadata={"label": "在白名单上，有效期到", "hint": "不在白名单上就不填"}), default=None
    )
    selected_on: date | None = of(
        LocalDate(metadata={"label": "按程序遴选的日期", "hint": "没有遴选就不填"}), default=None
    )
    description: str = of(
        Text(longest=300, metadata={"label": "给家长的介绍", "hint": "做什么，要带什么", "widget": "textarea"}),
        default="",
    )


class Planned(Described):
    """An offering of the programme as it stands. `taken` counts the places given, `waiting` who waits for one."""

    offering_id: str = of(Id())
    changes: int
    taken: int = 0
    waiting: int = 0


class WriteOffering(Described):
    """Let an offering of the programme be so: the one that is named, or a new one. `changes` is what the asker saw."""

    programme_id: str = of(Id())
    offering_id: str | None = of(Id(), default=None)
    changes: int = of(WholeNumber(least=0), default=0)


class DropOffering(Message):
    """Let the programme do without an offering that nobody has asked for."""

    offering_id: str = of(Id())
    changes: int = of(WholeNumber(least=0))
