"""What a calendar must not say: a term that ends before it begins, two terms, marks or seasons on one day."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from engines.schooldays.contradiction import CalendarContradicts
from engines.schooldays.marked_day import Mark, MarkedDay
from engines.schooldays.season import Season
from engines.schooldays.term import Term


def check_terms(terms: Iterable[Term]) -> None:
    """Raise CalendarContradicts unless every term has its days to itself."""
    ordered = sorted(terms, key=lambda term: term.first)
    for term in ordered:
        if term.last < term.first:
            raise CalendarContradicts(f"学期“{term.name}”的结束日期 {term.last} 早于开始日期 {term.first}。")
    for earlier, later in pairwise(ordered):
        if later.first <= earlier.last:
            raise CalendarContradicts(f"学期“{earlier.name}”与“{later.name}”在 {later.first} 重叠。")


def check_marks(marked: Iterable[MarkedDay]) -> None:
    """Raise CalendarContradicts if a day is marked twice, or takes a timetable that there is not."""
    every = list(marked)
    for day, times in Counter(mark.on for mark in every).items():
        if times > 1:
            raise CalendarContradicts(f"{day} 标注了 {times} 次，请只保留一条。")
    for mark in every:
        _check_timetable(mark)


def check_seasons(seasons: Iterable[Season]) -> None:
    """Raise CalendarContradicts unless each season begins after the one before it."""
    for earlier, later in pairwise(seasons):
        if later.first == earlier.first:
            raise CalendarContradicts(f"{later.first} 起写了两段作息，请只保留一段，或者另选一天。")
        if later.first < earlier.first:
            raise CalendarContradicts(f"{later.first} 起的作息写在 {earlier.first} 起的后面，请按先后排列。")


def _check_timetable(marked: MarkedDay) -> None:
    follows = marked.follows_weekday
    if follows is not None and (marked.mark is not Mark.WORKDAY or not 1 <= follows <= 7):
        raise CalendarContradicts(f"{marked.on} 不能按星期 {follows} 上课：只有调休上班的日子可以写 1 到 7。")
