"""Workbook: a table as Excel opens it; nothing in it is a formula."""

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BOLD, _WRAPPED = Font(bold=True), Alignment(wrap_text=True, vertical="top")


def workbook(
    title: str, headings: Sequence[tuple[str, int]], lines: Iterable[Sequence[str]], *, above: str = "",
    on_paper: bool = False,
) -> bytes:
    """Return the file with one sheet; each heading comes with its column's width in letters.

    `above` is a line over the headings; `on_paper` lets it be printed on A4, one page wide, headings on each.
    """
    book = Workbook(write_only=True)
    page = book.create_sheet(title=title)
    page.freeze_panes = "A3" if above else "A2"
    if on_paper:
        _for_a4(page, heading_row=2 if above else 1)
    for place, (_, width) in enumerate(headings, start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    if above:
        page.append([_text(page, above, wrap=False)])
    page.append([_text(page, heading, font=_BOLD) for heading, _ in headings])
    for line in lines:
        page.append([_text(page, each) for each in line])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _for_a4(page: WriteOnlyWorksheet, heading_row: int) -> None:
    page.page_setup.paperSize, page.page_setup.orientation = Worksheet.PAPERSIZE_A4, Worksheet.ORIENTATION_PORTRAIT
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{heading_row}:{heading_row}"
    page.print_options.gridLines = True


def _text(page: WriteOnlyWorksheet, value: str, font: Font | None = None, *, wrap: bool = True) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, value)
    cell.data_type, cell.number_format = "s", "@"
    if wrap:
        cell.alignment = _WRAPPED
    if font:
        cell.font = font
    return cell
