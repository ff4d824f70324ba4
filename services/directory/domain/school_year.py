"""SchoolYear: it begins in August and is named by that August's year; 2026 is 2026—2027 学年."""

from collections.abc import Sequence
from datetime import date, timedelta

from engines.schooldays import Term

_BEGINS_IN = 8


def school_year_of(day: date) -> int:
    """Return the school year in which a day lies."""
    return day.year if day.month >= _BEGINS_IN else day.year - 1


def school_year_name(year: int) -> str:
    """Return the year as people say it."""
    return f"{year}—{year + 1} 学年"


def first_day_of(year: int, terms: Sequence[Term]) -> date | None:
    """Return the day on which the year's first term begins; nothing while no calendar says it."""
    return min((term.first for term in terms if school_year_of(term.first) == year), default=None)


def what_hinders(year: int, terms: Sequence[Term], today: date) -> str:
    """Return why a school cannot go on into this year yet, and what to do; nothing where it can."""
    if first_day_of(year, terms) is None:
        return f"还没有 {school_year_name(year)}的校历。校历公布以后才能升级：请联系区教育局，或者过些日子再来看。"
    last = max((term.last for term in terms if school_year_of(term.first) < year), default=None)
    if last and today <= last:
        return f"{school_year_name(year - 1)}还没有结束。{_said(last + timedelta(days=1))}起可以升级。"
    return ""


def _said(day: date) -> str:
    return f"{day.year} 年 {day.month} 月 {day.day} 日"
