"""A school's own calendar: what it changes of its district's, day by day and term by term, and who changed it why."""

from datetime import date, datetime

from contracts.actor import Role
from contracts.call import Call
from contracts.directory.calendar import Mark
from contracts.fields import Choice, Id, LocalDate, Text, WholeNumber
from contracts.message import Message, of

MARK_LABELS = {Mark.HOLIDAY: "放假", Mark.WORKDAY: "上学"}
_VERSION = {"label": "版本"}
_REASON = {"label": "为什么改", "hint": "留在修改记录里，公开的校历上没有"}


class MarkDay(Message):
    """The office says what a day is at this school. `version` is that of the calendar it has read."""

    version: int = of(WholeNumber(least=0, metadata=_VERSION))
    on: date = of(LocalDate(metadata={"label": "日期"}))
    mark: Mark = of(Choice(Mark, metadata={"label": "这一天", "labels": MARK_LABELS}))
    name: str = of(Text(shortest=1, longest=40, metadata={"label": "名称", "hint": "例如：秋季运动会、校庆、台风停课"}))
    follows_weekday: int | None = of(
        WholeNumber(
            least=1, most=7,
            metadata={"label": "按星期几的课表", "hint": "1 是周一，7 是周日；按当天的课表就不填"},
        ),
        default=None,
    )
    reason: str = of(Text(shortest=1, longest=200, metadata=_REASON))


class UnmarkDay(Message):
    """The office gives a day back to what the district's calendar says."""

    version: int = of(WholeNumber(least=0, metadata=_VERSION))
    on: date = of(LocalDate(metadata={"label": "日期"}))
    reason: str = of(Text(shortest=1, longest=200, metadata=_REASON))


class MoveTerm(Message):
    """The office lets a term begin or end on other days at this school."""

    version: int = of(WholeNumber(least=0, metadata=_VERSION))
    name: str = of(Text(shortest=1, longest=80, metadata={"label": "学期"}))
    first: date = of(LocalDate(metadata={"label": "开学"}))
    last: date = of(LocalDate(metadata={"label": "最后一天"}))
    reason: str = of(Text(shortest=1, longest=200, metadata=_REASON))


class CalendarStands(Message):
    """The school's calendar as it now stands has this version."""

    version: int = of(WholeNumber(least=1))


class ListEditions(Message):
    """Ask how the asker's school has changed its calendar."""


class Edition(Message):
    """One change: `action` is mark_day, unmark_day or move_term, `about` the date or the term."""

    version: int
    action: str
    about: str
    reason: str
    changed_by: str = of(Id())
    changed_at: datetime


class Editions(Message):
    """The latest hundred changes, newest first."""

    editions: tuple[Edition, ...]


OFFICE = frozenset({Role.ACADEMIC_OFFICE})
MARK_DAY = Call(
    service="directory", method="mark_day", ask=MarkDay, answer=CalendarStands, allow=OFFICE, command=True
)
UNMARK_DAY = Call(
    service="directory", method="unmark_day", ask=UnmarkDay, answer=CalendarStands, allow=OFFICE, command=True
)
MOVE_TERM = Call(
    service="directory", method="move_term", ask=MoveTerm, answer=CalendarStands, allow=OFFICE, command=True
)
EDITIONS = Call(
    service="directory", method="calendar_editions", ask=ListEditions, answer=Editions,
    allow=OFFICE | {Role.PRINCIPAL},
)
