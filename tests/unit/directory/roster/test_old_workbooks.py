"""What Excel 97–2003 and WPS save is read and given back as what Excel saves today."""

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from contracts.errors import InvalidRequest
from services.directory.domain.roster import pupil_sheet
from services.directory.domain.roster.header import find_header
from services.directory.formats.roster.marking import marked
from services.directory.formats.roster.reading import sheets_of

OLD = (Path(__file__).parent / "data" / "old.xls").read_bytes()
TODAY = date(2026, 11, 22)


@pytest.fixture(params=["xls", "et"])
def judged(request):
    """The old workbook as far as its rows are judged, with all that marking needs."""
    (sheet,) = sheets_of(OLD, request.param)
    header = find_header(sheet.lines, pupil_sheet.COLUMNS, pupil_sheet.REQUIRED)
    return request.param, sheet, header, pupil_sheet.judge_pupils(sheet.lines, header, TODAY)


def test_the_children_of_an_old_workbook_are_read_as_they_stand_there(judged):
    _, _, _, found = judged
    children = [(row.name, row.class_key.grade, row.class_key.number, row.born_on) for row in found.rows]
    assert children == [("王小明", 3, 2, date(2017, 5, 6)), ("李小红", 3, 2, date(2017, 8, 15))]
    assert [row.guardians[0].phone for row in found.rows] == ["13800000001", "13800000002"]


def test_an_old_workbook_comes_back_as_a_new_one_with_its_wrong_cell_in_red(judged):
    suffix, sheet, header, found = judged
    page = load_workbook(io.BytesIO(marked(OLD, suffix, sheet, header.row, found.findings)))["学生信息"]
    assert page["C5"].value == "张小刚"
    assert page["H5"].fill.start_color.rgb == "FFFFC7CE"
    assert "7 位" in page["H5"].comment.text


def test_an_old_workbook_cut_short_is_refused_in_words():
    with pytest.raises(InvalidRequest, match="文件损坏了"):
        sheets_of(OLD[:2000], "xls")
