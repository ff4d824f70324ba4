"""A sheet is read whatever stands above, below and between; what is wrong is said of the cell where it is."""

from hypothesis import given
from hypothesis import strategies as st

from services.directory.domain.roster import pupil_sheet, staff_sheet
from services.directory.domain.roster.class_key import ClassKey
from services.directory.domain.roster.finding import Force
from services.directory.domain.roster.header import find_header
from services.directory.domain.roster.relation import Relation
from tests.unit.directory.roster.sheets import (
    PUPILS,
    colleague,
    judged_pupils,
    judged_staff,
    number,
    pupil,
    refused_rows,
    words,
)
from tests.unit.directory.roster.test_cells import ANY_CELL


def test_the_header_is_found_below_titles_and_unknown_columns_are_named():
    title = ("XX小学花名册", None), ("填表单位：教导处",)
    judged = judged_pupils((*pupil(1), "女"), heading=(*PUPILS, "性别"), above=title)
    assert judged.header.row == 3
    assert judged.header.ignored == ("性别",)
    assert [row.row for row in judged.rows] == [4]


def test_columns_may_stand_in_any_order_under_any_of_their_names():
    heading = ("联系电话（必填）", "家长", "关系", "所在班级", "学生姓名", "全国学籍号")
    judged = judged_pupils(("13800000001", "王大明", "爸爸", "3.1", "王小明", number(1)), heading=heading)
    (row,) = judged.rows
    assert (row.name, row.class_key.name, row.student_number) == ("王小明", "三（1）班", number(1))
    (guardian,) = row.guardians
    assert (guardian.name, guardian.relation) == ("王大明", Relation.FATHER)


def test_father_and_mother_may_have_columns_of_their_own_in_any_order():
    heading = ("学籍号", "姓名", "班级", "父亲姓名", "母亲姓名", "母亲电话", "父亲电话")
    row = (number(1), "王小明", "三（1）班", "王大明", "李梅", "13800000002", "13800000001")
    judged = judged_pupils(row, heading=heading)
    said = [(one.name, one.phone, str(one.relation)) for one in judged.rows[0].guardians]
    assert said == [("王大明", "13800000001", "father"), ("李梅", "13800000002", "mother")]


def test_a_sheet_without_the_columns_that_must_be_there_has_no_header():
    lines = [("姓名", "电话"), ("王小明", "13800000001")]
    assert find_header(lines, pupil_sheet.COLUMNS, pupil_sheet.REQUIRED) is None


def test_empty_rows_sums_footnotes_and_repeated_headers_speak_of_nobody():
    others = (None,) * 8, ("合计", None, 695.0), ("说明：共三个年级",), PUPILS, ("", " ")
    judged = judged_pupils(pupil(1), *others, pupil(2))
    assert judged.lines == 2
    assert not judged.findings


def test_the_same_row_twice_is_taken_once_and_two_that_contradict_not_at_all():
    judged = judged_pupils(pupil(1), pupil(1), pupil(2), pupil(2, of_class="三（2）班"))
    assert [row.row for row in judged.rows] == [2]
    assert [(one.row, str(one.force)) for one in judged.findings] == [(3, "warn"), (4, "refuse"), (5, "refuse")]
    assert "第 5 行" in judged.findings[1].what


def test_one_number_under_two_names_is_refused_in_both_rows():
    mother, father = ("李梅", "母亲", "13800000001"), ("王大明", "父亲", "13800000003")
    judged = judged_pupils(pupil(1), pupil(2, guardian=mother), pupil(3, guardian=father))
    assert refused_rows(judged.findings) == [2, 3]


def test_siblings_share_a_parent_and_nothing_is_said_of_it():
    father = ("王大明", "父亲", "13800000001")
    judged = judged_pupils(pupil(1, guardian=father), pupil(2, name="王小红", guardian=father))
    assert not judged.findings


def test_a_child_without_a_number_is_taken_in_by_name_and_birth_date_and_without_both_refused():
    bare = ("", *pupil(1)[1:])
    judged = judged_pupils(bare, (*bare[:4], "", *bare[5:]))
    assert [row.row for row in judged.rows] == [2]
    assert refused_rows(judged.findings) == [3]


def test_a_guardian_without_a_phone_is_left_out_with_a_warning():
    row = (*pupil(1)[:7], "")
    judged = judged_pupils(row)
    assert judged.rows[0].guardians == ()
    assert {str(one.force) for one in judged.findings} == {"warn"}


def test_a_class_has_one_head_teacher():
    judged = judged_staff(colleague(1, heads="三（1）班"), colleague(2, heads="3.1"), colleague(3, heads="三（2）班"))
    assert refused_rows(judged.findings) == [2, 3]
    assert [row.heads for row in judged.rows] == [ClassKey(grade=3, number=2)]


def test_a_grade_lead_leads_the_grade_of_their_classes():
    of_two = colleague(2, posts="年级组长", classes="三（1）班、四（1）班")
    judged = judged_staff(colleague(1, posts="年级组长"), of_two)
    assert [row.leads for row in judged.rows] == [3, None]
    assert words(judged.findings) == ["看不出是哪个年级的组长，这次不登记"]


@given(st.lists(st.lists(ANY_CELL, max_size=10).map(tuple), max_size=8))
def test_no_sheet_whatever_it_holds_breaks_the_reading(lines):
    judged = judged_pupils(*lines)
    assert len(judged.rows) <= judged.lines <= len(lines)
    taken, refused = {row.row for row in judged.rows}, set(refused_rows(judged.findings))
    assert not taken & refused
    find_header(lines, staff_sheet.COLUMNS, staff_sheet.REQUIRED)


@given(st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["三（1）班", "3.2", "", "坏"])), max_size=30))
def test_every_row_is_either_taken_in_or_has_a_finding(rows):
    judged = judged_pupils(*(pupil(serial, of_class=of_class) for serial, of_class in rows))
    spoken_of = {row.row for row in judged.rows} | {finding.row for finding in judged.findings}
    assert spoken_of == set(range(2, len(rows) + 2))
    assert all(finding.remedy for finding in judged.findings if finding.force is Force.REFUSE)
