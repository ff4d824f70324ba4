"""Grades and classes as people say them."""

_NUMERALS = "一二三四五六七八九"


def numeral(grade: int) -> str:
    """三."""
    return _NUMERALS[grade - 1]


def grade_name(grade: int) -> str:
    """三年级."""
    return f"{numeral(grade)}年级"


def class_name(grade: int, number: int) -> str:
    """三（2）班."""
    return f"{_NUMERALS[grade - 1]}（{number}）班"
