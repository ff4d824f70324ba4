"""Marking: the same workbook back, bad cells red with a comment each, and a sheet 错误 that leads to them."""

import io
from collections import defaultdict
from collections.abc import Sequence

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from services.directory.domain.roster.finding import Finding, Force
from services.directory.formats.roster.reading import Sheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILLS = {
    Force.REFUSE: PatternFill("solid", start_color="FFFFC7CE", end_color="FFFFC7CE"),
    Force.WARN: PatternFill("solid", start_color="FFFFEB9C", end_color="FFFFEB9C"),
}
_LABELS = {Force.REFUSE: "要改正", Force.WARN: "提醒"}
_ERRORS, _AUTHOR = "错误", "轻负"
_HEADINGS = ("行", "列", "类别", "问题", "怎么改", "去看看")
_WIDTHS = (8, 14, 10, 44, 60, 12)


def marked(content: bytes, suffix: str, sheet: Sheet, header_row: int, findings: Sequence[Finding]) -> bytes:
    """Return the workbook as .xlsx; what was no .xlsx comes back as a new one with the same cells."""
    workbook = _opened(content) if suffix == "xlsx" else None
    workbook = workbook or _rebuilt(sheet)
    page = workbook.worksheets[_place(workbook, sheet.name)]
    _clear(page)
    by_cell: dict[tuple[int, int], list[Finding]] = defaultdict(list)
    for finding in findings:
        by_cell[finding.row, finding.column].append(finding)
    for (row, column), here in by_cell.items():
        _mark(page, row, column, here)
    _list_errors(workbook, page, header_row, findings)
    kept = io.BytesIO()
    workbook.save(kept)
    return kept.getvalue()


def _opened(content: bytes) -> Workbook | None:
    """Return the workbook; None for one that was readable, but that cannot be written back as it is."""
    try:
        return load_workbook(io.BytesIO(content))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None


def _clear(page: Worksheet) -> None:
    """Marks of an earlier check are gone: the corrected workbook may be handed in as it is."""
    for row in page.iter_rows():
        for cell in row:
            if cell.comment and cell.comment.author == _AUTHOR:
                cell.comment, cell.fill = None, PatternFill()


def _place(workbook: Workbook, name: str) -> int:
    return next(place for place, one in enumerate(workbook.worksheets) if one.title == name)


def _mark(page: Worksheet, row: int, column: int, findings: Sequence[Finding]) -> None:
    cell = page.cell(row=row, column=column)
    if isinstance(cell, MergedCell):
        cell = _first_of_merged(page, cell)
    force = Force.REFUSE if any(one.force is Force.REFUSE for one in findings) else Force.WARN
    cell.fill = _FILLS[force]
    note = Comment("\n".join(f"{one.what}。{one.remedy}。" for one in findings), _AUTHOR)
    note.width, note.height = 320, 60 + 40 * len(findings)
    cell.comment = note


def _first_of_merged(page: Worksheet, cell: MergedCell) -> Cell:
    inside = next(one for one in page.merged_cells.ranges if cell.coordinate in one)
    first: Cell = page.cell(row=inside.min_row, column=inside.min_col)
    return first


def _list_errors(workbook: Workbook, page: Worksheet, header_row: int, findings: Sequence[Finding]) -> None:
    if _ERRORS in workbook.sheetnames:
        del workbook[_ERRORS]
    errors = workbook.create_sheet(_ERRORS)
    errors.append(_HEADINGS)
    for place, (cell, width) in enumerate(zip(errors[1], _WIDTHS, strict=True), start=1):
        cell.font = Font(bold=True)
        errors.column_dimensions[get_column_letter(place)].width = width
    title = page.title.replace("'", "''")
    for finding in findings:
        letter = get_column_letter(finding.column)
        heading = page.cell(row=header_row, column=finding.column).value
        column = f"{letter} {heading}" if heading else letter
        errors.append((finding.row, column, _LABELS[finding.force], finding.what, finding.remedy, "打开这一格"))
        leading = errors.cell(row=errors.max_row, column=len(_HEADINGS))
        leading.hyperlink = Hyperlink(ref=leading.coordinate, location=f"'{title}'!{letter}{finding.row}")
        leading.style = "Hyperlink"
    errors.freeze_panes = "A2"


def _rebuilt(sheet: Sheet) -> Workbook:
    workbook = Workbook()
    page = workbook.worksheets[0]
    page.title = sheet.name[:31]
    for row, line in enumerate(sheet.lines, start=1):
        for column, value in enumerate(line, start=1):
            if value not in (None, ""):
                _write(page.cell(row=row, column=column), value)
    return workbook


def _write(cell: Cell, value: object) -> None:
    """The value is kept as it was read; text never becomes a formula."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type, cell.number_format = "s", "@"
