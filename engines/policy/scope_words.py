"""Scope words: whom and when a row covers, as people say it."""

from collections.abc import Iterable

from engines.policy.row import Row
from engines.policy.vocabulary import FIELDS, SCOPE, Code

_NUMERALS = "〇一二三四五六七八九"
_WEEKDAYS = "〇一二三四五六日"


def grade_words(grades: Iterable[int]) -> str:
    """Return grades as people say them: 一、二年级; 三至六年级."""
    ordered = sorted(grades)
    numerals = [_NUMERALS[grade] for grade in ordered]
    unbroken = ordered == list(range(ordered[0], ordered[-1] + 1))
    return (f"{numerals[0]}至{numerals[-1]}" if unbroken and len(ordered) > 2 else "、".join(numerals)) + "年级"


def weekday_words(weekdays: Iterable[int]) -> str:
    """Return days of the week as people say them: 周一、周四."""
    return "、".join(f"周{_WEEKDAYS[day]}" for day in sorted(weekdays))


def whom(row: Row) -> tuple[str, ...]:
    """Return the grades and days that the row is limited to, one word for each dimension."""
    grades = "" if row.grades is None else grade_words(row.grades)
    said = (grades, listed(row, "seasons"), listed(row, "day_kinds"), weekday_words(row.weekdays or ()))
    return tuple(filter(None, said))


def listed(row: Row, dimension: str) -> str:
    """Return the values of a dimension that the row is limited to, in the order of the vocabulary; "" if it is not."""
    field, chosen = FIELDS[SCOPE[dimension]], getattr(row, dimension) or ()
    assert isinstance(field, Code)
    return "、".join(label for code, label in field.labels.items() if code in chosen) or "、".join(sorted(chosen))
