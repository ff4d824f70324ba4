"""Year: the twelve months of a school year, from September on, each date with its kind."""

from calendar import Calendar as Weeks
from dataclasses import dataclass
from datetime import date

from engines.schooldays import DayKind, Mark, SchoolCalendar

FIRST_MONTH, MONTHS = 9, 12
TURNS_IN_MONTH = 8
"""In August people look at the year that is about to begin."""
SWAPPED = "swapped"
_SIGNS = {DayKind.HOLIDAY: "休", DayKind.VACATION: "", DayKind.WEEKEND: "", DayKind.SCHOOL_DAY: ""}


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One date: `look` is a day's kind or `swapped`; `sign` says the same in one character, `words` in several."""

    on: date
    look: str
    sign: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Month:
    """One month; its weeks begin on Monday, and a place without a date of this month is empty."""

    first: date
    weeks: tuple[tuple[Cell | None, ...], ...]
    provisional: bool


def school_year_of(day: date) -> int:
    """Return the year in which the day's school year begins."""
    return day.year if day.month >= TURNS_IN_MONTH else day.year - 1


def months_of(year: int, calendar: SchoolCalendar) -> list[Month]:
    """Return September to August."""
    return [_month(date(year + n // MONTHS, n % MONTHS + 1, 1), calendar) for n in range(FIRST_MONTH - 1, 20)]


def _month(first: date, calendar: SchoolCalendar) -> Month:
    weeks = Weeks().monthdatescalendar(first.year, first.month)
    cells = tuple(
        tuple(_cell(on, calendar) if on.month == first.month else None for on in week) for week in weeks
    )
    last = max(cell.on for week in cells for cell in week if cell)
    return Month(first=first, weeks=cells, provisional=calendar.is_provisional(last))


def _cell(on: date, calendar: SchoolCalendar) -> Cell:
    kind = calendar.kind_of(on)
    marked = {m.on: m for m in calendar.marked}.get(on)
    if marked and marked.mark is Mark.WORKDAY and kind is DayKind.SCHOOL_DAY:
        return Cell(on=on, look=SWAPPED, sign="班", words=marked.name)
    sign, words = _edge(on, calendar)
    return Cell(on=on, look=kind, sign=sign or _SIGNS[kind], words=words or (marked.name if marked else ""))


def _edge(on: date, calendar: SchoolCalendar) -> tuple[str, str]:
    """Return how the first and the last day of a term are shown."""
    for term in calendar.terms:
        if on == term.first:
            return "始", f"{term.name}开学"
        if on == term.last:
            return "终", f"{term.name}最后一天"
    return "", ""
