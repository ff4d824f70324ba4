"""Files of every kind are read as people see them, and given back as they were but for the marks."""

import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from contracts.errors import InvalidRequest
from services.directory.domain.roster.finding import Finding, Force
from services.directory.formats.roster.marking import marked
from services.directory.formats.roster.reading import Sheet, sheets_of
from tests.unit.directory.roster.test_gate import SHEET, repacked, workbook

WRONG = Finding(row=2, column=1, what="姓名里有数字", remedy="请只写姓名")
FORMULA = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    '<c r="A1" t="str"><f>"王"&amp;"小明"</f><v>王小明</v></c><c r="B1"><f>1+1</f></c></row></sheetData></worksheet>'
)


def kept(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def opened(content):
    return load_workbook(io.BytesIO(content))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_every_encoding_that_schools_export(encoding):
    (sheet,) = sheets_of("姓名,班级\n㛃帅,三（1）班\n".encode(encoding), "csv")
    assert sheet.lines == (("姓名", "班级"), ("㛃帅", "三（1）班"))


def test_a_formula_counts_as_what_it_came_to_and_as_nothing_where_it_came_to_nothing():
    (sheet,) = sheets_of(workbook(**{SHEET: FORMULA}), "xlsx")
    assert sheet.lines[0][0] == "王小明"
    assert not any(sheet.lines[0][1:])


def test_what_the_office_has_laid_out_comes_back_laid_out():
    book = Workbook()
    page = book.active
    page.append(("姓名", "班级"))
    page.append(("王3", "三（1）班"))
    page["B2"].font, page.column_dimensions["A"].width = Font(bold=True), 33
    page.merge_cells("A4:B4")
    content = kept(book)
    (sheet,) = sheets_of(content, "xlsx")
    back = opened(marked(content, "xlsx", sheet, 1, [WRONG])).worksheets[0]
    assert (back["B2"].font.b, back.column_dimensions["A"].width) == (True, 33)
    assert [str(one) for one in back.merged_cells.ranges] == ["A4:B4"]
    assert back["A2"].comment.text == "姓名里有数字。请只写姓名。"


def test_a_mark_inside_merged_cells_stands_on_the_cell_that_people_see():
    book = Workbook()
    book.active.append(("姓名",))
    book.active.merge_cells("A2:A3")
    content = kept(book)
    (sheet,) = sheets_of(content, "xlsx")
    inside = Finding(row=3, column=1, what="没有填写", remedy="请填写", force=Force.WARN)
    page = opened(marked(content, "xlsx", sheet, 1, [inside])).worksheets[0]
    assert page["A2"].fill.start_color.rgb == "FFFFEB9C"


def test_what_was_pasted_comes_back_as_a_workbook_in_which_text_never_becomes_a_formula():
    sheet = Sheet(index=0, name="名册", lines=(("姓名",), ('=HYPERLINK("x")',)))
    page = opened(marked(b"", "tsv", sheet, 1, [WRONG])).worksheets[0]
    assert (page["A2"].value, page["A2"].data_type) == ('=HYPERLINK("x")', "s")


def test_a_workbook_whose_inside_is_broken_is_refused_in_words():
    with pytest.raises(InvalidRequest, match="文件损坏了"):
        sheets_of(repacked(workbook(), {"xl/workbook.xml": b"<broken"}), "xlsx")
