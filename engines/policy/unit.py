"""Unit: what a norm's value is measured in, and how an amount of it is said and written down."""

import re
from enum import StrEnum


class Unit(StrEnum):
    """`time` is a time of the day, kept as minutes since midnight; `yuan` are whole ones, a part of one counts whole.

    `codes` are words of a field's own list.
    """

    MINUTES = "minutes"
    DAYS = "days"
    MONTHS = "months"
    LESSONS = "lessons"
    TIMES = "times"
    YUAN = "yuan"
    TIME = "time"
    CODES = "codes"


UNIT_WORDS = {
    Unit.MINUTES: "分钟", Unit.DAYS: "天", Unit.MONTHS: "个月", Unit.LESSONS: "课时", Unit.TIMES: "次", Unit.YUAN: "元",
}
"""What is counted; a time of the day and codes are not."""

_AN_HOUR = 60
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


def amount(number: int, unit: Unit) -> str:
    """Return so much of a unit as people say it: "120 分钟"; "17:30"."""
    return time_words(number) if unit is Unit.TIME else f"{number} {UNIT_WORDS[unit]}"


def time_words(minutes: int) -> str:
    """Return a time of the day: "17:30"."""
    return f"{minutes // _AN_HOUR:02}:{minutes % _AN_HOUR:02}"


def time_read(words: str) -> int | None:
    """Return a time of the day, written 17:30, as minutes since midnight; None if it is none."""
    written = _TIME.fullmatch(words)
    return _AN_HOUR * int(written[1]) + int(written[2]) if written else None
