"""The school calendar of a district: terms, holidays, swapped days (调休), seasons (作息), as a fact others keep."""

from datetime import date, time
from enum import StrEnum

from contracts.actor import EVERYONE
from contracts.call import Call
from contracts.event import Event
from contracts.fields import Id, WholeNumber
from contracts.message import Message, of


class Mark(StrEnum):
    """Why a date is not what its weekday says."""

    HOLIDAY = "holiday"
    WORKDAY = "workday"


class Term(Message):
    """One term, both ends included."""

    name: str
    first: date
    last: date


class MarkedDay(Message):
    """A public holiday, or a weekend day worked for one (调休); `follows_weekday` says whose timetable (1-7)."""

    on: date
    mark: Mark
    name: str
    follows_weekday: int | None = None


class SeasonName(StrEnum):
    """Which timetable holds (作息)."""

    WINTER = "winter"
    SUMMER = "summer"


class Season(Message):
    """The timetable from `first` on, until the next season begins; `off_work_at`: people go home (当地正常下班时间)."""

    first: date
    season: SeasonName
    off_work_at: time


class CalendarPublished(Event):
    """The whole calendar of a district. Full state; `provisional_from` is the first date not yet decided.

    `seasons` come in order, and each holds until the next begins; before the first, nobody has said.
    """

    type = "directory.calendar_published.v1"
    about = "calendar_id"

    calendar_id: str = of(Id())
    terms: tuple[Term, ...]
    marked: tuple[MarkedDay, ...]
    provisional_from: date | None = None
    seasons: tuple[Season, ...] = ()


class ReadCalendar(Message):
    """Ask for the calendar of the asker's school, which is its district's where the school has none of its own."""


class Calendar(Message):
    """The calendar in force. `version` grows with each change the school makes; 0 means that it has made none.

    `own_days` are the dates on which the school differs from its district, `own_terms` the terms it has moved;
    `seasons` are always the district's.
    """

    terms: tuple[Term, ...]
    marked: tuple[MarkedDay, ...]
    provisional_from: date | None = None
    version: int = of(WholeNumber(least=0), default=0)
    own_days: tuple[date, ...] = ()
    own_terms: tuple[str, ...] = ()
    seasons: tuple[Season, ...] = ()


CALENDAR = Call(service="directory", method="calendar", ask=ReadCalendar, answer=Calendar, allow=EVERYONE)
