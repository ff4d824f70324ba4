"""What people write into a cell, and what it is taken for; what cannot be taken says what would pass."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.directory.domain.roster.birth_date import read_birth_date
from services.directory.domain.roster.class_key import ClassKey, read_class
from services.directory.domain.roster.class_list import read_classes
from services.directory.domain.roster.grade import read_grade
from services.directory.domain.roster.name import read_name
from services.directory.domain.roster.phone import read_phone
from services.directory.domain.roster.post import Post, read_posts
from services.directory.domain.roster.relation import Relation, read_relation
from services.directory.domain.roster.student_number import read_student_number
from services.directory.domain.roster.text import text_of
from services.directory.domain.roster.unreadable import Unreadable
from services.directory.domain.roster.yes_no import read_yes_no

TODAY = date(2026, 11, 22)
EXCEL_DATE = datetime(2018, 8, 4)  # noqa: DTZ001 - Excel knows no time zones
FIRST = ClassKey(grade=3, number=2)


def birth_date(cell):
    return read_birth_date(cell, TODAY)


@pytest.mark.parametrize(("read", "cells", "value"), [
    (read_phone, ["13812345678", 13812345678, 13812345678.0, "１３８１２３４５６７８", "138 1234 5678",
                  "138-1234-5678", "+86 138 1234 5678", "0086-13812345678", "\u200b13812345678\xa0",
                  "（86）13812345678"], "13812345678"),
    (read_class, ["三（2）班", "三(2)班", "3.2", 3.2, "三2班", "三２班", "302", 302, 302.0, "3(2)", "三年级（2）班",
                  "三年级2班",
                  "小学三（2）班", "三（二）班", "三-2", "三2"], FIRST),
    (read_class, ["七（2）班", "初一（2）班", "702", "7.2"], ClassKey(grade=7, number=2)),
    (read_grade, ["三年级", "3", 3, 3.0, "三", "３年级", "小学三年级"], 3),
    (read_grade, ["初一", "七年级", "初中一年级", 7], 7),
    (birth_date, ["2018-08-04", "2018年08月04日", "2018年8月4日", "2018.8.4", "2018/8/4", "20180804", 20180804, 43316,
                  43316.0, EXCEL_DATE, date(2018, 8, 4), "2018-08-04 00:00:00", "２０１８-８-４"],
     date(2018, 8, 4)),
    (read_name, ["王小明", " 王小明 ", "王 小明", "王\u3000小\u3000明", "王\u200b小明", "王小明\n"], "王小明"),
    (read_name, ["阿依古丽·买买提", "阿依古丽•买买提", "阿依古丽.买买提"], "阿依古丽·买买提"),
    (read_name, ["Anna Li", " Anna  Li", "Ａｎｎａ Li"], "Anna Li"),
    (read_name, ["㛃帅"], "㛃帅"), (read_name, ["𬍤𫖯"], "𬍤𫖯"), (read_name, ["𰻝"], "𰻝"),
    (read_student_number, ["G123456201808041234", "g123456201808041234", " Ｇ123456201808041234"],
     "G123456201808041234"),
    (read_student_number, ["L12345620180804123X"], "L12345620180804123X"),
    (read_student_number, ["", None, "  "], None),
    (read_yes_no, ["是", "√", "1", 1.0, True, "Y", "有"], True), (read_yes_no, ["否", "×", 0, False, "/"], False),
    (read_yes_no, ["", None], None),
    (read_relation, ["父亲", "爸爸", "父子"], Relation.FATHER),
    (read_relation, ["外祖母", "姥姥"], Relation.GRANDPARENT),
    (read_relation, ["", "邻居", None], Relation.OTHER),
    (read_classes, ["三（2）班、三(2)班", "3.2；三2班"], (FIRST,)), (read_classes, ["", None], ()),
    (read_classes, ["三（2）班、四（1）班", "三（2）班，四(1)班", "302/401"],
     (FIRST, ClassKey(grade=4, number=1))),
])
def test_what_people_write_is_understood(read, cells, value):
    assert [read(cell) for cell in cells] == [value] * len(cells)


@pytest.mark.parametrize(("read", "cells"), [
    (read_phone, ["", None, "1381234567", "138123456789", "02812345678", "12812345678", "13812345678/13912345678",
                  "无"]),
    (read_class, ["", None, "三班", "2班", "十（1）班", "三（0）班", "三（99）班", "高一（2）班", "实验班"]),
    (read_grade, ["", "高一", "2025级", "0", 10, "初四"]),
    (birth_date, ["2018-02-30", "8/4/18", "2019-03", 12, "1970-01-01", "2027-01-01", "不详"]),
    (read_name, ["", None, '=HYPERLINK("x")', "+86", "@王", "-", "王3", 601, 601.0, "王\ue000", "王\ufffd", "王\x07明",
                 "王" * 65]),
    (read_student_number, [2.5440920140610e17, 12345, "2.544E+17", "G1234", "512345201808041234", "无"]),
    (read_yes_no, ["也许"]), (read_classes, ["三（2）班、美术组"]),
])
def test_what_cannot_be_understood_is_refused_with_what_would_pass_and_nothing_quoted(read, cells):
    for cell in cells:
        with pytest.raises(Unreadable) as problem:
            read(cell)
        said = problem.value.what + problem.value.remedy
        assert problem.value.what
        assert problem.value.remedy
        assert not cell or len(str(cell)) < 3 or str(cell) not in said


def test_a_bare_number_of_a_class_needs_the_grade_beside_it():
    assert read_class("2班", 3) == read_class("（2）", 3) == read_class(2.0, 3) == FIRST
    with pytest.raises(Unreadable, match="对不上"):
        read_class("四（2）班", 3)


def test_posts_are_what_a_person_may_do_here_and_words_nobody_knows_are_no_power():
    assert read_posts("校长") == read_posts("副校长（德育）") == ((Post.PRINCIPAL,), True)
    assert read_posts("教导主任") == read_posts("教导处干事") == ((Post.ACADEMIC_OFFICE,), True)
    assert read_posts("年级组长、语文教研组长") == ((Post.GRADE_LEAD,), True)
    assert read_posts("总务主任") == read_posts("") == ((), True)
    assert read_posts("校长助理的朋友") == ((), False)


ANY_CELL = st.one_of(
    st.text(), st.integers(), st.floats(), st.booleans(), st.none(), st.dates(), st.datetimes(), st.times(),
    st.timedeltas(), st.text(alphabet="0123456789一二三十班年级（）()./-GLX= \u3000"),
)


@given(ANY_CELL)
def test_no_cell_whatever_it_holds_breaks_a_reader(cell):
    readers = (
        text_of, read_phone, read_class, read_grade, birth_date, read_name, read_student_number, read_yes_no,
        read_relation, read_classes, read_posts,
    )
    for read in readers:
        try:
            read(cell)
        except Unreadable as problem:
            assert problem.what
            assert problem.remedy


@given(st.integers(1, 9), st.integers(1, 60))
def test_every_class_is_read_back_from_its_own_name(grade, number):
    key = ClassKey(grade=grade, number=number)
    assert read_class(key.name) == key
