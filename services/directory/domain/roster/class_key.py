"""ClassKey: a class by its grade and its number within it."""

import re
from dataclasses import dataclass

from services.directory.domain.class_name import class_name
from services.directory.domain.roster.cell import Cell
from services.directory.domain.roster.grade import grade_of
from services.directory.domain.roster.numerals import number_of
from services.directory.domain.roster.text import text_of
from services.directory.domain.roster.unreadable import Unreadable

_MOST = 60
_GRADE = r"(?P<grade>(?:初中?|小学?)?[一二三四五六七八九1-9])(?:年级|年)?"
_NUMBER = r"(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_FORMS = tuple(re.compile(form) for form in (
    rf"{_GRADE}[(\[【]{_NUMBER}[)\]】]班?", rf"{_GRADE}[.\-_]{_NUMBER}班?",
    r"(?P<grade>[1-9])(?P<number>[0-9]{2})班?",
    rf"{_GRADE}{_NUMBER}班", r"(?P<grade>[一二三四五六七八九])(?P<number>[0-9]{1,2})",
))  # fmt: skip
_NUMBER_ONLY = re.compile(rf"[(\[【]?{_NUMBER}[)\]】]?班?")
_WHAT, _REMEDY = "看不出是哪个班", "请写成“三（2）班”的样子"


@dataclass(frozen=True, kw_only=True, order=True)
class ClassKey:
    """Grade 1-9, number 1-60."""

    grade: int
    number: int

    @property
    def name(self) -> str:
        """Return the class as people say it: 三（2）班."""
        return class_name(self.grade, self.number)


def read_class(cell: Cell, grade: int | None = None) -> ClassKey:
    """Return the class; `grade` is what the row's own column says, and must not contradict. Raises Unreadable."""
    text = text_of(cell).replace(" ", "")
    if not text:
        raise Unreadable("没有填写班级", "请填写班级，写成“三（2）班”的样子")
    only = _NUMBER_ONLY.fullmatch(text) if grade else None
    if only and grade:
        return _key(grade, only["number"])
    for form in _FORMS:
        if (found := form.fullmatch(text)) and (own := grade_of(found["grade"])):
            return _agreeing(_key(own, found["number"]), grade)
    if _NUMBER_ONLY.fullmatch(text):
        raise Unreadable("只写了班号，看不出年级", "请写成“三（2）班”的样子，或者加一列“年级”")
    raise Unreadable(_WHAT, _REMEDY)


def _key(grade: int, number: str) -> ClassKey:
    value = number_of(number)
    if value is None or value > _MOST:
        raise Unreadable(_WHAT, _REMEDY)
    return ClassKey(grade=grade, number=value)


def _agreeing(key: ClassKey, grade: int | None) -> ClassKey:
    if grade not in (None, key.grade):
        raise Unreadable("年级和班级对不上", "请核对这一行的年级和班级")
    return key
