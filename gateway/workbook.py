"""Workbook: a table as Excel opens it; nothing in it is a formula."""

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BOLD, _WRAPPED = Font(bold=True), Alignment(wrap_text=True, vertical="top")


def workbook(title: str, headings: Sequence[tuple[str, int]], lines: Iterable[Sequence[str]]) -> bytes:
    """Return the file with one sheet; each heading comes with its column's width in letters."""
    book = Workbook(write_only=True)
    page = book.create_sheet(title=title)
    page.freeze_panes = "A2"
    for place, (_, width) in enumerate(headings, start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    page.append([_text(page, heading, font=_BOLD) for heading, _ in headings])
    for line in lines:
        page.append([_text(page, each) for each in line])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _text(page: WriteOnlyWorksheet, value: str, font: Font | None = None) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, value)
    cell.data_type, cell.number_format, cell.alignment = "s", "@", _WRAPPED
    if font:
        cell.font = font
    return cell
