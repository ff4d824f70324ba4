"""Reading: the sheets of a file that has passed the gate, as plain rows of cells."""

import csv
import io
from dataclasses import dataclass

from python_calamine import CalamineError, CalamineWorkbook

from services.directory.domain.roster.cell import Line
from services.directory.formats.roster.gate import check
from services.directory.formats.roster.refused import refused

_MOST_CELLS = 2_000_000


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """`index` counts from 0 in the workbook; rows and columns begin where the sheet begins."""

    index: int
    name: str
    lines: tuple[Line, ...]


def sheets_of(content: bytes, suffix: str) -> tuple[Sheet, ...]:
    """Return every sheet that holds something. Raises InvalidRequest for a file that is not what it says."""
    check(content, suffix)
    if suffix in ("csv", "tsv"):
        return (Sheet(index=0, name="名册", lines=_lines_of_text(content, "\t" if suffix == "tsv" else ",")),)
    try:
        return _sheets_of_workbook(content)
    except (CalamineError, ValueError, OSError, UnicodeError):
        raise refused("文件损坏了，无法读取。", "请在 Excel 或 WPS 里打开，另存后再上传。") from None


def _sheets_of_workbook(content: bytes) -> tuple[Sheet, ...]:
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        found = []
        for index, name in enumerate(workbook.sheet_names):
            sheet = workbook.get_sheet_by_index(index)
            if sheet.total_height * sheet.total_width > _MOST_CELLS:
                raise refused("表格太大。", "请只留需要的行和列，另存后再上传。")
            rows = sheet.to_python(skip_empty_area=False)
            if rows:
                found.append(Sheet(index=index, name=name, lines=tuple(map(tuple, rows))))
        return tuple(found)


def _lines_of_text(content: bytes, delimiter: str) -> tuple[Line, ...]:
    try:
        return tuple(tuple(row) for row in csv.reader(io.StringIO(_decoded(content), newline=""), delimiter=delimiter))
    except csv.Error:
        raise refused("文件损坏了，无法读取。", "请在 Excel 或 WPS 里打开，另存为 .xlsx 后再上传。") from None


def _decoded(content: bytes) -> str:
    for encoding in ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise refused("文字的编码无法识别。", "请在 Excel 或 WPS 里打开，另存为 .xlsx 后再上传。")
