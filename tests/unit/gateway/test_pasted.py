"""A table out of Excel or WPS is understood as an office writes it, or says cell by cell what would do (E8)."""

from datetime import date, time

import pytest

from contracts.enrolment.offering import OfferingSort
from contracts.enrolment.planned import Planned, StaffKind
from contracts.enrolment.programme import Programme, ProgrammeState
from contracts.enrolment.session import ServiceSession, SessionKind
from gateway.pasted import words
from gateway.pasted.row import Known, Row, Standing, people_by_name, understood
from gateway.pasted.table import NoHeadings, lines_of
from gateway.pasted.words import Unclear
from tests.unit.gateway.houses.people import number

AFTER, LATE = number(401), number(402)
WANG, ZHAO, TWIN, OTHER_TWIN = (number(n) for n in range(411, 415))
PEOPLE = {WANG: "王 秀英", ZHAO: "赵建国", TWIN: "李静", OTHER_TWIN: "李静"}
EVERY = (1, 2, 3, 4, 5, 6)
HEADINGS = "名称\t类别\t时段\t年级\t星期\t名额\t地点\t负责教师\t收费"


def session(session_id: str, name: str, **said: tuple[int, ...]) -> ServiceSession:
    return ServiceSession(
        session_id=session_id, changes=1, kind=SessionKind.AFTER_SCHOOL, name=name,
        **{"grades": EVERY, "weekdays": (1, 2, 3, 4, 5), **said},
        starts_at=time(15, 30), ends_at=time(17, 30), collect_by=time(18),
    )


def programme(*offerings: Planned, sessions: tuple[ServiceSession, ...] = ()) -> Programme:
    return Programme(
        programme_id=number(400), term="第一学期", first_day=date(2098, 9, 1), last_day=date(2099, 1, 20),
        state=ProgrammeState.DRAFT, sequence=1, offerings=offerings,
        sessions=sessions or (session(AFTER, "放学后"), session(LATE, "延时", grades=(1, 2))),
    )


def planned(title: str, **said: object) -> Planned:
    usual = {
        "offering_id": number(421), "changes": 1, "sort": OfferingSort.CLUB, "title": title, "session_id": AFTER,
        "grades": (3,), "weekdays": (3,), "capacity": 20, "staff_kinds": (StaffKind.OWN,), "lead_id": WANG,
        "location": "操场", "description": "带球鞋",
    }
    return Planned(**{**usual, **said})


def rows(text: str, of: Programme | None = None) -> list[Row]:
    return understood(lines_of(text), Known(programme=of or programme(), people=people_by_name(PEOPLE)))


def only(text: str, of: Programme | None = None) -> Row:
    (row,) = rows(text, of)
    return row


def said_of(row: Row) -> dict[str, str]:
    return {one.label: one.words for one in row.wrong}


def test_a_row_under_its_headings_is_an_offering() -> None:
    row = only(f"{HEADINGS}\n足球\t户外社团\t放学后\t三至六年级\t周一、周三\t20\t操场\t王秀英\t免费")
    assert not row.wrong
    assert row.standing is Standing.NEW
    found = row.offering
    assert found
    assert (found.title, found.sort, found.session_id) == ("足球", OfferingSort.OUTDOOR_CLUB, AFTER)
    assert (found.grades, found.weekdays, found.capacity) == ((3, 4, 5, 6), (1, 3), 20)
    assert (found.location, found.lead_id, found.fee_yuan) == ("操场", WANG, 0)


def test_columns_come_in_any_order_with_others_between_and_a_title_above() -> None:
    row = only(
        "二〇二六年秋季社团一览表\n序号\t指导老师\t上课星期\t社团名称\t备注\t招生人数（人）\t时段\n"
        "１\t赵建国老师\t每周三\t　合唱　\t自备谱架\t３０人\t放学后\n"
    )
    assert not row.wrong
    assert row.number == 3
    assert row.offering
    assert (row.offering.title, row.offering.lead_id, row.offering.capacity) == ("合唱", ZHAO, 30)
    assert (row.offering.weekdays, row.offering.grades, row.offering.sort) == ((3,), EVERY, OfferingSort.CLUB)


def test_a_cell_of_two_lines_is_one_cell_and_a_lone_quote_only_a_quote() -> None:
    first, second = rows(
        f'{HEADINGS}\n"少年\n足球"\t社团\t放学后\t三\t三\t20\t操场\t王秀英\t0\n围棋\t\t放学后\t3\t3\t16\t\t赵建国\t'
    )
    assert (first.title, second.title) == ("少年 足球", "围棋")
    assert first.offering
    quoted = rows(f'{HEADINGS}\n"围棋\t社团\t放学后\t三\t三\t20\t操场\t王秀英\t0')
    assert [one.title for one in quoted] == ['"围棋']


def test_empty_rows_are_left_out_and_numbers_are_those_of_the_sheet() -> None:
    found = rows(f"{HEADINGS}\n\t\t\t\t\n足球\t社团\t放学后\t三\t三\t20\t\t王秀英\t\n\n")
    assert [one.number for one in found] == [3]


@pytest.mark.parametrize("text", ["", "足球\t20\n合唱\t30", "名称\t备注\n足球\t好", "名称 年级 星期\n足球 三 三"])
def test_without_headings_nothing_is_guessed(text: str) -> None:
    with pytest.raises(NoHeadings):
        lines_of(text)


@pytest.mark.parametrize(("said", "grades"), [
    ("一至三年级", (1, 2, 3)), ("1-3", (1, 2, 3)), ("１－３年级", (1, 2, 3)), ("一年级至三年级", (1, 2, 3)),
    ("一~二", (1, 2)), ("三到六", (3, 4, 5, 6)), ("一、三年级", (1, 3)), ("1,3，5", (1, 3, 5)), ("三年级", (3,)),
    ("3", (3,)), ("全校", EVERY), ("一二三", (1, 2, 3)), ("1-2、5-6年级", (1, 2, 5, 6)), ("初一、初二", (7, 8)),
    ("三年级、三年级", (3,)),
])
def test_grades_are_read_as_an_office_writes_them(said: str, grades: tuple[int, ...]) -> None:
    assert words.grades_in(said, EVERY) == grades


@pytest.mark.parametrize("said", [
    "低年级", "三年级以上", "三（2）班", "六至三年级", "10", "看情况", "1月3日", "2026/1/3",
])
def test_grades_that_could_be_anything_are_asked_for(said: str) -> None:
    with pytest.raises(Unclear, match="请写"):
        words.grades_in(said, EVERY)


@pytest.mark.parametrize(("said", "days"), [
    ("周一、周三", (1, 3)), ("一三", (1, 3)), ("1,3", (1, 3)), ("１、３", (1, 3)), ("周一至周五", (1, 2, 3, 4, 5)),
    ("星期二", (2,)), ("每周三", (3,)), ("每天", (1, 2, 3, 4, 5)), ("周一三五", (1, 3, 5)), ("礼拜四", (4,)),
    ("周一 周三", (1, 3)), ("1-3", (1, 2, 3)), ("135", (1, 3, 5)), ("周三、周一", (1, 3)),
])
def test_days_of_the_week_are_read_as_an_office_writes_them(said: str, days: tuple[int, ...]) -> None:
    assert words.weekdays_in(said) == days


@pytest.mark.parametrize("said", ["周六", "周日", "1-7", "单周三", "8", "1月3日", "Jan-03", "五至一"])
def test_days_that_are_no_school_days_or_could_be_any_are_asked_for(said: str) -> None:
    with pytest.raises(Unclear):
        words.weekdays_in(said)


def test_numbers_and_fees_are_read_with_what_stands_around_them() -> None:
    assert [words.places_in(said) for said in ("20", "２０", "20人", "20.0", " 20 名")] == [20] * 5
    assert [words.fee_in(said) for said in ("", "免费", "无", "0", "0元")] == [0] * 5
    assert [words.fee_in(said) for said in ("50", "５０元", "￥50", "50元/学期", "50.00", "50元每生每学期")] == [50] * 6
    for said in ("不限", "20.5", "二十", "-3", "20-30"):
        with pytest.raises(Unclear):
            words.places_in(said)
    for said in ("面议", "50.5", "10元/次", "50-60"):
        with pytest.raises(Unclear):
            words.fee_in(said)


def test_each_cell_that_is_wrong_says_so_with_what_would_do() -> None:
    row = only(f"{HEADINGS}\n足球\t体育\t放学后\t低年级\t周六\t不限\t操场\t张三\t面议")
    assert row.offering is None
    assert {one.label: one.cell for one in row.wrong} == {
        "类别": "体育", "年级": "低年级", "星期": "周六", "名额": "不限", "负责教师": "张三", "收费": "面议"
    }
    assert said_of(row)["负责教师"].startswith("教职工里没有“张三”")
    assert "周一到周五" in said_of(row)["星期"]


def test_two_colleagues_of_one_name_are_not_told_apart() -> None:
    row = only(f"{HEADINGS}\n足球\t社团\t放学后\t三\t三\t20\t操场\t李静\t")
    assert said_of(row) == {"负责教师": "有 2 位教职工叫“李静”，分不清是哪一位。请空着这一格，写进方案以后再选。"}


def test_what_is_missing_is_asked_for() -> None:
    row = only(f"{HEADINGS}\n足球\t\t\t\t\t\t\t\t")
    assert list(said_of(row)) == ["时段"]
    assert said_of(row)["时段"].startswith("请写一个时段：放学后、延时")
    row = only(f"{HEADINGS}\n足球\t\t放学后\t\t\t\t\t\t")
    assert list(said_of(row)) == ["星期", "名额", "负责教师"]
    row = only(f"{HEADINGS}\n\t\t放学后\t三\t三\t20\t\t王秀英\t")
    assert list(said_of(row)) == ["名称"]


def test_where_there_is_one_session_it_need_not_be_named() -> None:
    of = programme(sessions=(session(AFTER, "放学后"),))
    row = only("名称\t星期\t名额\t负责教师\n足球\t三\t20\t王秀英", of)
    assert row.offering
    assert row.offering.session_id == AFTER


def test_care_is_on_every_day_of_its_session_unless_it_says_otherwise() -> None:
    row = only(f"{HEADINGS}\n三年级看护\t\t放学后\t三\t\t40\t\t王秀英\t")
    assert row.offering
    assert (row.offering.sort, row.offering.weekdays) == (OfferingSort.BASIC_CARE, (1, 2, 3, 4, 5))


def test_what_its_session_has_not_is_said_before_anything_is_written() -> None:
    row = only(f"{HEADINGS}\n晚托\t看护\t延时\t二至四\t三\t20\t\t王秀英\t")
    assert said_of(row) == {"年级": "时段“延时”没有三年级、四年级。请改这一格，或者先改时段。"}


def test_of_two_rows_about_the_same_the_later_is_wrong() -> None:
    line = "足球\t社团\t放学后\t三\t三\t20\t操场\t王秀英\t"
    first, second = rows(f"{HEADINGS}\n{line}\n{line}")
    assert first.offering
    assert said_of(second) == {"名称": "和第 2 行是同一个项目。请去掉一行，或者改一个名称。"}


def test_the_same_title_and_session_is_the_offering_that_stands_and_the_rest_of_it_stays() -> None:
    of = programme(planned("足球"))
    row = only("名称\t名额\t星期\n足 球\t30\t三", of)
    assert row.standing is Standing.CHANGED
    assert row.offering
    assert (row.offering.title, row.offering.capacity, row.offering.lead_id) == ("足球", 30, WANG)
    assert (row.offering.location, row.offering.description) == ("操场", "带球鞋")
    same = only("名称\t名额\t星期\t时段\n足球\t20\t三\t放学后", of)
    assert same.standing is Standing.SAME
    cleared = only("名称\t名额\t星期\t地点\n足球\t20\t三\t", of)
    assert cleared.standing is Standing.CHANGED
    assert cleared.offering
    assert cleared.offering.location == ""


def test_what_no_offering_may_be_is_said_by_its_column() -> None:
    row = only(f"{HEADINGS}\n{'长' * 31}\t社团\t放学后\t三\t三\t2001\t操场\t王秀英\t")
    assert said_of(row) == {
        "名称": "最多 30 个字，现在有 31 个，请删减。", "名额": "请填 1 到 2000 之间的数。"
    }
