"""Reading a norm's document: strictly, and every refusal says where and what to write."""

import json

import pytest

from engines.policy import Norm, NormUnreadable, norm_from_plain, norm_to_plain
from tests.unit.engines.builders import row


def document(**stated):
    plain = {
        "key": "written_minutes_a_day", "title": "每天书面作业总量", "layer": "national",
        "measure": "written_total_average", "bound": "at_most", "unit": "minutes", "force": "refuse",
        "rows": [row(grades="3-6", value=60)], **stated,
    }
    return {name: value for name, value in plain.items() if value is not None}


def banning(**stated):
    return document(measure="practices", bound="forbidden", unit="codes", **stated)


def refused(plain) -> NormUnreadable:
    with pytest.raises(NormUnreadable) as refusal:
        norm_from_plain(plain)
    return refusal.value


def test_a_norm_is_read_and_written_back_the_same_through_json():
    norm = norm_from_plain(document())
    assert isinstance(norm, Norm)
    assert norm_from_plain(json.loads(json.dumps(norm_to_plain(norm)))) == norm


def test_grades_may_be_written_as_a_span_or_one_by_one():
    span, single = document(), document(rows=[row(grades=[3, 4, 5, 6], value=60)])
    assert norm_from_plain(span) == norm_from_plain(single)


def test_a_refusal_names_norm_and_row_and_says_what_to_write():
    refusal = refused(document(rows=[row(grades="1-2", value=0), row(grades="3-6", value="60")]))
    assert (refusal.norm, refusal.row) == ("written_minutes_a_day", 2)
    assert str(refusal) == "规定“written_minutes_a_day”第 2 行：value 不能是 '60'。应为：0 到 1440 的整数。"


@pytest.mark.parametrize("name", ["key", "title", "layer", "measure", "bound", "unit", "force", "rows"])
def test_nothing_of_a_norm_may_be_left_out(name):
    assert name in refused(document(**{name: None})).what


@pytest.mark.parametrize("name", ["value", "effective_from", "clause", "source"])
def test_nothing_of_a_row_may_be_left_out(name):
    line = row(value=60)
    del line[name]
    assert refused(document(rows=[line])).what == f"缺少 {name}"


@pytest.mark.parametrize(
    "wrong",
    [
        {"limit": 60}, {"key": "H1 cap"}, {"title": " "}, {"layer": "town"}, {"measure": "minutes"},
        {"measure": "grade"}, {"bound": "at_least"}, {"bound": "forbidden"}, {"unit": "days"}, {"unit": "hours"},
        {"force": "ask"}, {"about": "weather"}, {"rows": []}, {"rows": {}}, {"rows": ["60"]},
    ],
)
def test_a_norm_says_nothing_that_has_no_meaning(wrong):
    assert refused(document(**wrong)).row in (None, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes": 60}, {"value": -1}, {"value": 61.5}, {"value": True}, {"value": [60]}, {"value": 1441},
        {"effective_from": "2021-7-24"}, {"effective_from": "2021-02-30"}, {"effective_from": 20210724},
        {"effective_to": "2020-01-01"}, {"effective_to": "until summer"}, {"clause": ""}, {"source": None},
        {"grades": "6-3"}, {"grades": "0-3"}, {"grades": [3, 3]}, {"grades": []}, {"grades": ["3"]}, {"grades": [10]},
        {"weekdays": [8]}, {"day_kinds": ["sunday"]}, {"seasons": ["spring"]},
    ],
)
def test_a_row_says_nothing_that_has_no_meaning(wrong):
    assert refused(document(rows=[row(**{"value": 60, **wrong})])).row == 1


@pytest.mark.parametrize("scope", [{"subjects": ["数学"]}, {"kinds": ["written"]}, {"places": ["home"]}])
def test_a_cap_on_the_whole_day_cannot_be_limited_to_a_part_of_it(scope):
    assert "不能按" in refused(document(rows=[row(value=60, **scope)])).what


def test_a_misspelt_practice_is_refused_rather_than_never_found():
    assert "punitve" in refused(banning(rows=[row(value=["punitve"])])).what


@pytest.mark.parametrize("value", ["punitive", [], ["punitive", "punitive"], 3, [3]])
def test_banned_practices_are_a_list_without_repetition(value):
    assert refused(banning(rows=[row(value=value)])).row == 1


def test_two_rows_for_one_grade_and_day_are_refused_naming_the_other_row():
    refusal = refused(document(rows=[row(grades="3-6", value=60), row(grades="6-9", value=90)]))
    assert (refusal.row, "第 1 行" in refusal.what) == (2, True)


@pytest.mark.parametrize(
    "later", [{"grades": "7-9"}, {"day_kinds": ["weekend"]}, {"effective_from": "2027-09-01"}],
)
def test_rows_that_never_meet_stand_side_by_side(later):
    first = row(grades="3-6", day_kinds=["school_day"], value=60, effective_to="2027-08-31")
    second = row(**{"grades": "3-6", "day_kinds": ["school_day"], "value": 30, **later})
    assert len(norm_from_plain(document(rows=[first, second])).rows) == 2


@pytest.mark.parametrize("order", [1, -1])
def test_rows_that_meet_on_a_single_day_are_refused_in_whatever_order(order):
    rows = [row(value=60, effective_to="2026-08-31"), row(value=30, effective_from="2026-08-31")]
    assert refused(document(rows=rows[::order])).row == 2


@pytest.mark.parametrize("order", [1, -1])
def test_rows_that_follow_each_other_by_a_day_stand_side_by_side_in_whatever_order(order):
    rows = [row(value=60, effective_to="2026-08-31"), row(value=30, effective_from="2026-09-01")]
    assert len(norm_from_plain(document(rows=rows[::order])).rows) == 2


@pytest.mark.parametrize("order", [1, -1])
def test_days_without_a_row_between_two_rows_are_refused_naming_the_days(order):
    rows = [row(value=60, effective_to="2026-08-30"), row(value=30, effective_from="2026-09-02")]
    refusal = refused(document(rows=rows[::order]))
    first, later = (1, 2) if order == 1 else (2, 1)
    assert refusal.row == later
    assert refusal.what == f"与第 {first} 行之间，2026-08-31 至 2026-09-01 没有规定（各种情形）"


def test_a_gap_for_one_grade_only_is_found_and_named():
    rows = [
        row(grades="3-6", value=60, effective_to="2026-08-31"),
        row(grades="3-5", value=30, effective_from="2026-09-01"),
        row(grades=[6], value=45, effective_from="2026-10-01"),
    ]
    assert "2026-09-01 至 2026-09-30 没有规定（六年级）" in refused(document(rows=rows)).what


@pytest.mark.parametrize(
    "rows",
    [
        [row(grades="3-6", value=60, effective_to="2026-08-31")],
        [row(grades="3-6", value=60, effective_to="2026-08-31"), row(grades=[7], value=9, effective_from="2027-09-01")],
        [
            row(grades="3-6", value=60, effective_to="2026-08-31"),
            row(grades="3-4", value=30, effective_from="2026-09-01"),
        ],
        [
            row(grades="3-4", value=60, effective_to="2026-08-31"),
            row(grades="3-6", value=50, effective_from="2026-09-01", effective_to="2026-12-31"),
            row(grades="4-6", value=30, effective_from="2027-01-01"),
        ],
    ],
)
def test_a_norm_may_end_for_good_begin_later_and_pass_from_one_row_to_another(rows):
    assert len(norm_from_plain(document(rows=rows)).rows) == len(rows)


def test_a_norm_on_care_is_read_with_its_unit():
    norm = norm_from_plain(
        document(about="care", measure="service_days", bound="at_least", unit="days", rows=[row(value=5)])
    )
    assert norm.about == "care"
