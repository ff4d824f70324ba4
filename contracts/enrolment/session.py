"""A session of the after-school service: a part of the day, for some grades, on some days of the week (E7)."""

from enum import StrEnum
from typing import Any

from marshmallow import fields

from contracts.enrolment.hours import Hours
from contracts.enrolment.offering import WEEKDAY_LABELS
from contracts.fields import Choice, Id, Text, WholeNumber
from contracts.message import Message, of


class SessionKind(StrEnum):
    """Which part of the day; summer care fills days of the vacation."""

    MORNING = "morning"
    NOON = "noon"
    AFTER_SCHOOL = "after_school"
    LATE = "late"
    SUMMER_CARE = "summer_care"


SESSION_LABELS = {
    SessionKind.MORNING: "早间", SessionKind.NOON: "午间", SessionKind.AFTER_SCHOOL: "放学后",
    SessionKind.LATE: "延时", SessionKind.SUMMER_CARE: "暑期托管",
}
GRADE_LABELS = {grade: f"{numeral}年级" for grade, numeral in enumerate("一二三四五六七八九", 1)}


def grades_asked(label: str, hint: str = "") -> Any:
    """Return a field by which grades are chosen."""
    words = {"label": label, "hint": hint, "labels": GRADE_LABELS}
    return of(fields.List(WholeNumber(least=1, most=9), required=True, metadata=words))


def weekdays_asked(label: str, hint: str = "") -> Any:
    """Return a field by which days of the school week are chosen."""
    words = {"label": label, "hint": hint, "labels": WEEKDAY_LABELS}
    return of(fields.List(WholeNumber(least=1, most=5), required=True, metadata=words))


class ServiceSession(Hours):
    """A part of the day as it stands. `changes` counts what was done to it."""

    session_id: str = of(Id())
    changes: int
    kind: SessionKind
    name: str
    grades: tuple[int, ...]
    weekdays: tuple[int, ...]


class WriteSession(Hours):
    """Let a session of the programme be so: the one that is named, or a new one. `changes` is what the asker saw."""

    programme_id: str = of(Id())
    session_id: str | None = of(Id(), default=None)
    changes: int = of(WholeNumber(least=0), default=0)
    name: str = of(Text(shortest=1, longest=20, metadata={"label": "叫什么", "hint": "例如：放学后，第一时段"}))
    kind: SessionKind = of(Choice(SessionKind, metadata={"label": "在一天的什么时候", "labels": SESSION_LABELS}))
    grades: tuple[int, ...] = grades_asked("哪些年级")
    weekdays: tuple[int, ...] = weekdays_asked("星期几")


class DropSession(Message):
    """Let the programme do without a session that nothing is offered in."""

    session_id: str = of(Id())
    changes: int = of(WholeNumber(least=0))
