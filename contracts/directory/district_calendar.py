"""A district's calendar, as its office writes it: terms, holidays, swapped days, seasons, and what is not certain."""

from datetime import date, time

from contracts.actor import Role
from contracts.call import Call
from contracts.directory.calendar import Mark, MarkedDay, Season, SeasonName, Term
from contracts.directory.own_calendar import CalendarStands, Editions, ListEditions
from contracts.fields import Choice, LocalDate, LocalTime, Text, WholeNumber
from contracts.message import Message, of

_MARKS = {Mark.HOLIDAY: "放假", Mark.WORKDAY: "调休上学"}
SEASON_LABELS = {SeasonName.WINTER: "冬季作息", SeasonName.SUMMER: "夏季作息"}
_VERSION = {"label": "版本"}
_REASON = {"label": "为什么改", "hint": "例如：国务院办公厅公布了明年的放假安排。留在修改记录里，公开的校历上没有"}
_NAME = {"label": "学期名称", "hint": "例如：2026-2027学年第二学期"}


class ReadDistrictCalendar(Message):
    """Ask for the calendar of the asker's district."""


class DistrictCalendar(Message):
    """The calendar as the district has published it; empty where it has not. `version` grows with each change."""

    version: int = of(WholeNumber(least=0))
    terms: tuple[Term, ...]
    marked: tuple[MarkedDay, ...]
    provisional_from: date | None = None
    seasons: tuple[Season, ...] = ()


class MarkDays(Message):
    """The office says what these days are in the whole district. Without `last` it is one day."""

    version: int = of(WholeNumber(least=0, metadata=_VERSION))
    first: date = of(LocalDate(metadata={"label": "第一天"}))
    last: date | None = of(LocalDate(metadata={"label": "最后一天", "hint": "只有一天就不填"}), default=None)
    mark: Mark = of(Choice(Mark, metadata={"label": "这些天", "labels": _MARKS}))
    name: str = of(Text(shortest=1, longest=40, metadata={"label": "名称", "hint": "例如：国庆节、国庆节调休"}))
    follows_weekday: int | None = of(
        WholeNumber(
            least=1, most=7,
            metadata={"label": "按星期几的课表", "hint": "只有调休上学才填：1 是周一，7 是周日；没有规定就不填"},
        ),
        default=None,
    )
    reason: str = of(Text(shortest=1, longest=200, metadata=_REASON))


class UnmarkDays(Message):
    """The office says nothing special of these days any more."""

    version: int = of(WholeNumber(least=0, metadata=_VERSION))
    first: date = of(LocalDate(metadata={"label": "第一天"}))
    last: date = of(LocalDate(metadata={"label": "最后一天"}))
    reason: str = of(Text(shortest=1, longest=200, metadata=_REASON))


class KeepTerm(Message):
    """The office lets there be a term of this name, from then to then: a new one, or one that is moved."""

    version: int = of(WholeNumber(least=0, metadata=_VERSION))
    name: str = of(Text(shortest=1, longest=80, metadata=_NAME))
    first: date = of(LocalDate(metadata={"label": "开学"}))
    last: date = of(LocalDate(metadata={"label": "最后一天"}))
    reason: str = of(Text(shortest=1, longest=200, metadata=_REASON))


class DropTerm(Message):
    """The office lets there be no such term."""

    version: int = of(WholeNumber(least=0, metadata=_VERSION))
    name: str = of(Text(shortest=1, longest=80, metadata=_NAME))
    reason: str = of(Text(shortest=1, longest=200, metadata=_REASON))


class SettleDays(Message):
    """The office says from which day on holidays are not announced yet; without one, everything is final."""

    version: int = of(WholeNumber(least=0, metadata=_VERSION))
    provisional_from: date | None = of(
        LocalDate(metadata={"label": "从哪天起还没有确定", "hint": "国家全部公布了就留空：整份校历都是正式的"}),
        default=None,
    )
    reason: str = of(Text(shortest=1, longest=200, metadata=_REASON))


class KeepSeason(Message):
    """The office says which timetable holds from a day on: a new season, or `instead_of` the one that began then."""

    version: int = of(WholeNumber(least=0, metadata=_VERSION))
    season: SeasonName = of(Choice(SeasonName, metadata={"label": "作息", "labels": SEASON_LABELS}))
    first: date = of(LocalDate(metadata={"label": "从哪天起", "hint": "到下一段作息开始为止"}))
    off_work_at: time = of(LocalTime(metadata={"label": "当地正常下班时间", "hint": "例如：17:30"}))
    reason: str = of(Text(shortest=1, longest=200, metadata=_REASON))
    instead_of: date | None = None


class DropSeason(Message):
    """The office lets no season begin on the day: the one before it goes on."""

    version: int = of(WholeNumber(least=0, metadata=_VERSION))
    first: date = of(LocalDate(metadata={"label": "从哪天起"}))
    reason: str = of(Text(shortest=1, longest=200, metadata=_REASON))


_OFFICE = frozenset({Role.DISTRICT_OFFICE})
DISTRICT_CALENDAR = Call(
    service="directory", method="district_calendar", ask=ReadDistrictCalendar, answer=DistrictCalendar, allow=_OFFICE
)
DISTRICT_EDITIONS = Call(
    service="directory", method="district_calendar_editions", ask=ListEditions, answer=Editions, allow=_OFFICE
)
MARK_DAYS = Call(
    service="directory", method="mark_days", ask=MarkDays, answer=CalendarStands, allow=_OFFICE, command=True
)
UNMARK_DAYS = Call(
    service="directory", method="unmark_days", ask=UnmarkDays, answer=CalendarStands, allow=_OFFICE, command=True
)
KEEP_TERM = Call(
    service="directory", method="keep_term", ask=KeepTerm, answer=CalendarStands, allow=_OFFICE, command=True
)
DROP_TERM = Call(
    service="directory", method="drop_term", ask=DropTerm, answer=CalendarStands, allow=_OFFICE, command=True
)
SETTLE_DAYS = Call(
    service="directory", method="settle_days", ask=SettleDays, answer=CalendarStands, allow=_OFFICE, command=True
)
KEEP_SEASON = Call(
    service="directory", method="keep_season", ask=KeepSeason, answer=CalendarStands, allow=_OFFICE, command=True
)
DROP_SEASON = Call(
    service="directory", method="drop_season", ask=DropSeason, answer=CalendarStands, allow=_OFFICE, command=True
)
