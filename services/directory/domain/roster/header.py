"""Header: the row of a sheet that names its columns, found among titles by the names it holds."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from services.directory.domain.roster.cell import Cell, Line
from services.directory.domain.roster.column import Column
from services.directory.domain.roster.relation import Relation
from services.directory.domain.roster.text import text_of
from services.directory.domain.roster.unreadable import Unreadable

_TITLE_ROWS = 20
_DECORATION = re.compile(r"[\s*:：]|\((必填|选填|文本)\)$")
_ORDINAL = re.compile(r"[1-4一二三四]")
_ORDER = {"一": 1, "二": 2, "三": 3, "四": 4}


@dataclass(frozen=True, kw_only=True)
class Header:
    """Where each field stands. A guardian's fields are `name1`, `phone1`, …; columns count from 1.

    `ignored` are the headings that are not read; `relations` what 父亲姓名 says of a guardian by itself.
    """

    row: int
    columns: Mapping[str, int]
    relations: Mapping[int, Relation]
    ignored: tuple[str, ...]

    def cell(self, line: Line, field: str) -> Cell:
        """Return the field's cell; nothing where the sheet has no such column."""
        place = self.columns.get(field, 0)
        return line[place - 1] if 0 < place <= len(line) else None

    def column(self, *fields: str) -> int:
        """Return where to point at: the first of these fields that the sheet has, else its first column."""
        return next((self.columns[field] for field in fields if field in self.columns), 1)


def find_header(lines: Sequence[Line], known: Sequence[Column], required: frozenset[str]) -> Header | None:
    """Return the header: of the first rows, the one that names most columns, if it names every required one."""
    found = [_header(number, line, known) for number, line in enumerate(lines[:_TITLE_ROWS], start=1)]
    best = max(found, key=lambda header: len(header.columns), default=None)
    return best if best and required <= set(best.columns) else None


def _header(row: int, line: Line, known: Sequence[Column]) -> Header:
    columns: dict[str, int] = {}
    relations: dict[int, Relation] = {}
    ignored: list[str] = []
    guardian = 0
    for place, cell in enumerate(line, start=1):
        heading = _heading(cell)
        column = next((one for one in known if one.heading.fullmatch(heading)), None)
        field = column.field if column else ""
        if column and column.of_guardian:
            guardian = _whose(heading, column, guardian, columns, relations)
            field = f"{field}{guardian}"
        if field and field not in columns:
            columns[field] = place
        elif heading:
            ignored.append(heading[:20])
    return Header(row=row, columns=columns, relations=relations, ignored=tuple(ignored))


def _heading(cell: Cell) -> str:
    try:
        return _DECORATION.sub("", text_of(cell))
    except Unreadable:
        return ""


def _whose(
    heading: str, column: Column, guardian: int, columns: Mapping[str, int], relations: dict[int, Relation]
) -> int:
    """Return which guardian a column is about: as it says, else the one named before it."""
    if said := _ORDINAL.search(heading):
        return _ORDER.get(said[0]) or int(said[0])
    known = [number for number, relation in relations.items() if relation is column.relation]
    taken = f"{column.field}{guardian}" in columns
    chosen = known[0] if known else max(guardian, 1) + (taken or (bool(guardian) and bool(column.relation)))
    if column.relation:
        relations[chosen] = column.relation
    return chosen
