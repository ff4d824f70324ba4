"""The names of a class and of a grade, as people say them."""

_NUMERALS = " 一二三四五六七八九"


def class_name(grade: int, number: int) -> str:
    """Return 三（2）班 for the second class of grade three."""
    return f"{_NUMERALS[grade]}（{number}）班"


def grade_name(grade: int) -> str:
    """Return 三年级 for grade three."""
    return f"{_NUMERALS[grade]}年级"
