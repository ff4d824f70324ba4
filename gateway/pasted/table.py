"""Table: what was copied out of a sheet, as rows of cells under the headings that are known."""

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gateway.pasted.vocabulary import COLUMNS

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
        columns = [COLUMNS.get(_heading(cell)) for cell in row]
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
