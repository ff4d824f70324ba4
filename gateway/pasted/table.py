"""Table: what was copied out of a sheet, as rows of cells under the headings that are known."""

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NAMES: Mapping[str, Sequence[str]] = {
    "title": ("名称", "项目", "项目名称", "社团", "社团名称", "课程", "课程名称"),
    "sort": ("类别", "类型", "项目类别", "项目类型"),
    "session": ("时段", "时间段"),
    "grades": ("年级", "面向年级", "适合年级", "招生年级", "对象", "招生对象"),
    "weekdays": ("星期", "周几", "星期几", "上课星期", "活动星期"),
    "capacity": ("名额", "人数", "人数上限", "招生人数", "计划人数", "限额"),
    "location": ("地点", "场地", "活动地点", "上课地点"),
    "lead": ("负责教师", "负责老师", "教师", "老师", "指导教师", "指导老师", "任课教师"),
    "cover": ("替补教师", "替补老师", "替补"),
    "fee": ("收费", "费用", "收费标准"),
}
"""What an office calls a column; what stands in brackets behind it does not matter."""
_COLUMNS = {name: field for field, names in NAMES.items() for name in names}
_LEAST_HEADINGS, _HEADINGS_WITHIN = 3, 6


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row of the sheet: its number as it was pasted, from 1, and its cells by what they are about."""

    number: int
    cells: Mapping[str, str]


class NoHeadings(ValueError):
    """No row says which column is which."""


def lines_of(text: str) -> list[Line]:
    """Return the rows under the headings, empty ones left out. Raises NoHeadings.

    What stands above the headings (the sheet's title) is left out, and so are columns that nobody here knows.
    """
    rows = _rows(text)
    for place, row in enumerate(rows[:_HEADINGS_WITHIN]):
        columns = [_COLUMNS.get(_heading(cell)) for cell in row]
        if "title" in columns and len(set(columns) - {None}) >= _LEAST_HEADINGS:
            return [
                Line(number=number, cells=cells) for number, row in enumerate(rows[place + 1 :], start=place + 2)
                if any((cells := _named(columns, row)).values())
            ]
    raise NoHeadings


def plain(text: str) -> str:
    """Return the text with full-width signs made narrow and no spaces in it."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _named(columns: Sequence[str | None], row: Sequence[str]) -> dict[str, str]:
    """Return the cells by what they are about; of two columns about the same, the first counts."""
    found: dict[str, str] = {}
    for column, cell in zip(columns, [*row, *[""] * len(columns)], strict=False):
        if column:
            found.setdefault(column, " ".join(cell.split()))
    return found


def _heading(cell: str) -> str:
    return re.sub(r"\(.*\)", "", plain(cell))


def _rows(text: str) -> list[list[str]]:
    """Return the rows as Excel copies them: a cell with line ends stands in quotes; a lone quote is only a quote."""
    try:
        return list(csv.reader(io.StringIO(text), dialect="excel-tab", strict=True))
    except csv.Error:
        return [line.split("\t") for line in text.splitlines()]
