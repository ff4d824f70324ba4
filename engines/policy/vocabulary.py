"""The vocabulary: every field a case may have and a norm may speak of, what it may hold, and how people call it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Unit(StrEnum):
    """What a norm's value is measured in; `codes` are words of a field's own list."""

    MINUTES = "minutes"
    DAYS = "days"
    CODES = "codes"


UNIT_WORDS = {Unit.MINUTES: "分钟", Unit.DAYS: "天"}


@dataclass(frozen=True, kw_only=True)
class Number:
    """A field that holds a whole number. `choosable`: who asks may change it to comply."""

    name: str
    words: str
    least: int
    most: int
    unit: Unit | None = None
    choosable: bool = False

    def accepts(self, value: object) -> bool:
        """Say whether this is a number that the field can hold."""
        return type(value) is int and self.least <= value <= self.most


@dataclass(frozen=True, kw_only=True)
class Code:
    """A field that holds one code of a list, or, where `labels` is empty, any word."""

    name: str
    words: str
    labels: Mapping[str, str] = field(default_factory=dict)
    unit: Unit = Unit.CODES
    choosable: bool = False

    def knows(self, code: object) -> bool:
        """Say whether this is one code of the field."""
        return isinstance(code, str) and (code in self.labels if self.labels else code != "")

    def accepts(self, value: object) -> bool:
        """Say whether the field can hold this."""
        return self.knows(value)

    def label(self, code: str) -> str:
        """Return the code as people say it."""
        return self.labels.get(code, code)


@dataclass(frozen=True, kw_only=True)
class Codes(Code):
    """A field that holds any number of codes of its list, none included."""

    def accepts(self, value: object) -> bool:
        """Say whether the field can hold this."""
        return isinstance(value, tuple) and all(map(self.knows, value))


Field = Number | Code

PRACTICES = {
    "copying": "机械、重复抄写",
    "punitive": "惩罚性",
    "beyond_standard": "超出课程标准",
    "by_phone": "要用手机或微信群完成、打卡",
    "set_for_guardians": "需要家长来做",
    "marked_by_guardians": "需要家长检查批改",
    "printed_by_guardians": "需要家长打印",
    "self_marked": "学生自批自改",
    "in_recess": "占用课间或午休",
}
"""Ways of setting homework that rules speak about (H7)."""

KINDS = {
    "written": "书面",
    "reading": "口头·阅读",
    "inquiry": "科学探究",
    "exercise": "体育锻炼",
    "arts": "艺术欣赏",
    "labour": "劳动·社会实践",
}
"""Kinds of homework (H6)."""

PLACES = {"school": "在校完成", "home": "回家完成"}
DAY_KINDS = {"school_day": "上学日", "weekend": "周末", "holiday": "节假日", "vacation": "寒暑假"}
SEASONS = {"winter": "冬季", "summer": "夏季"}
SESSION_KINDS = {"morning": "早间", "noon": "午间", "after_school": "放学后", "late": "延时", "summer_care": "暑期托管"}

_DECLARED: tuple[Field, ...] = (
    Number(name="grade", words="年级", least=1, most=9),
    Code(name="day_kind", words="哪一类日子", labels=DAY_KINDS),
    Number(name="weekday", words="星期几", least=1, most=7),
    Code(name="season", words="季节", labels=SEASONS),
    Code(name="kind", words="作业类型", labels=KINDS, choosable=True),
    Code(name="place", words="在哪里完成", labels=PLACES, choosable=True),
    Code(name="subject", words="学科"),
    Codes(name="practices", words="布置方式", labels=PRACTICES, choosable=True),
    Code(name="session_kind", words="服务时段", labels=SESSION_KINDS),
    Number(name="service_minutes", words="每天课后服务时长", least=0, most=1440, unit=Unit.MINUTES, choosable=True),
    Number(name="service_days", words="每周课后服务天数", least=0, most=7, unit=Unit.DAYS, choosable=True),
)
FIELDS: Mapping[str, Field] = {declared.name: declared for declared in _DECLARED}

SCOPE = {
    "grades": "grade",
    "day_kinds": "day_kind",
    "weekdays": "weekday",
    "seasons": "season",
    "kinds": "kind",
    "places": "place",
    "subjects": "subject",
    "session_kinds": "session_kind",
}
"""What a row may be limited to, and the field of the case that decides."""

OF_THE_DAY = frozenset({"grades", "day_kinds", "weekdays", "seasons"})
"""A cap on a class's whole day can be limited to these only: the day's sum does not tell one subject from another."""
