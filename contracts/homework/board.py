"""The board (H4): what each class has on a day, its total against the cap, corrections shown as corrections."""

from datetime import date

from marshmallow import fields

from contracts.actor import EVERYONE
from contracts.call import Call
from contracts.fields import Id
from contracts.homework.assignment import Assignment, DayBudget
from contracts.message import Message, of


class ReadBoard(Message):
    """Ask for a day's board: the named classes, or every class of the school when none is named."""

    day: date
    class_ids: tuple[str, ...] = of(fields.List(Id()), default=())


class ClassDay(Message):
    """One class's day: its pieces (withdrawn ones too), minutes at school and at home, and the budget."""

    class_id: str = of(Id())
    grade: int
    number: int
    minutes_at_school: int
    minutes_at_home: int
    budget: DayBudget
    assignments: tuple[Assignment, ...]


class Board(Message):
    """A day of the school, by grade and class number. `day_kind` is school_day, weekend, holiday or vacation.

    `follows_weekday` (1-7) says whose timetable holds on a swapped day (调休).
    """

    day: date
    day_kind: str
    classes: tuple[ClassDay, ...]
    follows_weekday: int | None = None


class ReadWeek(Message):
    """Ask for the boards of the week, Monday to Sunday, in which a day lies."""

    day: date
    class_ids: tuple[str, ...] = of(fields.List(Id()), default=())


class Week(Message):
    """Seven boards, Monday's first, all as they stood at one moment."""

    boards: tuple[Board, ...]


BOARD = Call(service="homework", method="board", ask=ReadBoard, answer=Board, allow=EVERYONE)
WEEK = Call(service="homework", method="week", ask=ReadWeek, answer=Week, allow=EVERYONE)
