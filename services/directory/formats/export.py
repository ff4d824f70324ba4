"""An export as .xlsx: one sheet, everything in it text, and above the children for whom and what for it was made."""

import io
from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from contracts.directory.export import PURPOSE_LABELS, ExportContents
from plumbing.clock import SCHOOL_PLACE
from services.directory.application.exports.kept import PupilLine, Sheet

_RELATIONS = {"father": "父亲", "mother": "母亲", "grandparent": "祖辈", "other": "其他"}
_NAMES, _GUARDIAN = ("班级", "座号", "姓名"), ("监护人", "关系", "手机号")
_WIDTHS, _GUARDIAN_WIDTHS = (12, 8, 16), (16, 8, 16)
_BOLD = Font(bold=True)


def workbook(sheet: Sheet) -> bytes:
    """Return the file; nothing in it is a formula, whatever people are called."""
    book = Workbook(write_only=True)
    page = book.create_sheet(title="名单")
    guardians = _most_guardians(sheet)
    for place, width in enumerate((*_WIDTHS, *_GUARDIAN_WIDTHS * guardians), start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    page.freeze_panes = "A3"
    made = sheet.made_at.astimezone(SCHOOL_PLACE)
    words = f"{sheet.what} · {PURPOSE_LABELS[sheet.purpose]} · {sheet.asker} {made:%Y-%m-%d %H:%M} 导出 · 用完请删除"
    page.append([_text(page, words)])
    page.append([_text(page, one, bold=True) for one in _headings(guardians)])
    for line in sheet.lines:
        page.append([_text(page, one) for one in _cells(line)])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _most_guardians(sheet: Sheet) -> int:
    if sheet.contents is ExportContents.NAMES:
        return 0
    return max((len(line.guardians) for line in sheet.lines), default=0)


def _headings(guardians: int) -> Sequence[str]:
    numbered = (f"{heading}{number}" for number in range(1, guardians + 1) for heading in _GUARDIAN)
    return (*_NAMES, *numbered)


def _cells(line: PupilLine) -> Iterator[str]:
    yield from (line.class_name, str(line.seat_number or ""), line.name)
    for one in line.guardians:
        yield from (one.name, _RELATIONS.get(one.relation, ""), one.phone)


def _text(page: WriteOnlyWorksheet, value: str, *, bold: bool = False) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, value)
    cell.data_type, cell.number_format = "s", "@"
    if bold:
        cell.font = _BOLD
    return cell
