"""Grade: 1 to 9, as 一年级, 七年级, 初一 or 1."""

import re

from services.directory.domain.roster.cell import Cell
from services.directory.domain.roster.numerals import number_of
from services.directory.domain.roster.text import text_of
from services.directory.domain.roster.unreadable import Unreadable

_GRADE = re.compile(r"(?P<junior>初中?)?(?:小学?)?(?P<number>[一二三四五六七八九1-9])(?:年级|年)?")
_JUNIOR_BEGINS_AFTER = 6


def read_grade(cell: Cell) -> int:
    """Return the grade. Raises Unreadable."""
    grade = grade_of(text_of(cell).replace(" ", ""))
    if grade is None:
        raise Unreadable("看不出是哪个年级", "请写成“三年级”或“初一”的样子")
    return grade


def grade_of(text: str) -> int | None:
    """Return the grade that a text without spaces names; None if it names none."""
    found = _GRADE.fullmatch(text)
    number = number_of(found["number"]) if found else None
    if found is None or number is None or not found["junior"]:
        return number
    return number + _JUNIOR_BEGINS_AFTER if number <= 3 else None
