"""The name of a class, as people say it."""

_NUMERALS = " 一二三四五六七八九"


def class_name(grade: int, number: int) -> str:
    """Return 三（2）班 for the second class of grade three."""
    return f"{_NUMERALS[grade]}（{number}）班"
