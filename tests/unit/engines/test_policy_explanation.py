"""The full explanation: every row that was looked at, and why it did or did not bind."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engines.policy import About, Case, CaseIncomplete, Why, explain, judge
from tests.unit.engines.builders import MONDAY, already, ban, cap, derogation, homework, norm, only
from tests.unit.engines.strategies import cases, days, norms

CARE = {"about": "care", "measure": "service_minutes", "bound": "at_least", "unit": "minutes"}


def told(rule, case=None, on=MONDAY):
    return [(looked.why, looked.told) for looked in explain([rule], case or homework(20), on)]


@pytest.mark.parametrize(
    ("rule", "why", "words"),
    [
        (cap(60, effective_from="2027-09-01"), Why.NOT_YET, "2027-09-01 起才执行"),
        (cap(60, effective_to="2026-08-31"), Why.OVER, "只执行到 2026-08-31"),
        (cap(60, grades="7-9"), Why.OUTSIDE, "不在范围内：管七至九年级，本次是三年级"),
        (
            cap(60, grades="7-9", day_kinds=["holiday", "weekend"]), Why.OUTSIDE,
            "不在范围内：管七至九年级，本次是三年级；管周末、节假日，本次是上学日",
        ),
        (norm({"value": 120}, **CARE), Why.OTHER_MATTER, "说的是课后服务，与本次无关"),
        (cap(60), Why.HOLDS, "符合，本次 20 分钟，不超过 60 分钟"),
        (cap(10), Why.BROKEN, "不符合，本次 20 分钟，超过 10 分钟"),
        (cap(0, force="warn"), Why.BROKEN, "不符合（原则上），本次 20 分钟，原则上不布置"),
        (ban("punitive"), Why.HOLDS, "符合，所列的情形本次都没有"),
        (only("数学", measure="subject"), Why.HOLDS, "符合，本次是数学，在允许的范围内"),
        (only("语文", measure="subject"), Why.BROKEN, "不符合，本次是“数学”，不在允许的范围内"),
    ],
)
def test_a_row_says_why_it_did_or_did_not_bind(rule, why, words):
    assert told(rule) == [(why, words)]


def test_the_minutes_that_stand_are_part_of_the_sum_and_what_adds_nothing_is_not_counted():
    assert told(cap(60), homework(20, standing=already(35))) == [
        (Why.HOLDS, "符合，已有 35 分钟 + 本次 20 分钟 = 55 分钟，不超过 60 分钟")
    ]
    assert told(cap(60), homework(20, kind="reading")) == [(Why.HOLDS, "符合，本次不计入")]


def test_a_number_and_what_is_required_are_explained_when_they_hold():
    care = Case(about=About.CARE, fields={"service_minutes": 120}, standing={}, adding={})
    assert told(norm({"value": 120}, **CARE), care) == [(Why.HOLDS, "符合，现为 120 分钟，不少于 120 分钟")]
    rule = norm({"value": ["self_marked"]}, measure="practices", bound="required", unit="codes")
    assert told(rule, homework(practices=("self_marked",))) == [(Why.HOLDS, "符合，所要求的都有")]


def test_a_derogation_is_named_and_what_it_grants_is_looked_at_in_place_of_the_row():
    rule = cap(60, derogations=[derogation("a", value=75)])
    lifted, instead = explain([rule], homework(70, school="a"), MONDAY)
    assert (lifted.why, lifted.derogation) == (Why.DEROGATED, rule.derogations[0])
    assert lifted.told.startswith("准予：每天的书面作业（在校与回家合计）平均不超过 75 分钟，2026-09-01 至 2027-01-20")
    assert (instead.told, instead.number) == ("符合，本次 70 分钟，不超过 75 分钟", 1)
    assert told(rule, homework(70, school="b")) == [(Why.BROKEN, "不符合，本次 70 分钟，超过 60 分钟")]


def test_rows_are_told_the_highest_layer_first_with_their_place_in_the_norm():
    later = norm(
        {"value": 60, "effective_to": "2026-12-31"}, {"value": 30, "effective_from": "2027-01-01"},
        measure="written_total_average", bound="at_most", unit="minutes", layer="school", title="书面作业",
    )
    lines = [looked.line for looked in explain([later, cap(60, title="总量")], homework(20), MONDAY)]
    assert lines == [
        "国家“总量”第 1 行：符合，本次 20 分钟，不超过 60 分钟",
        "学校“书面作业”第 1 行：符合，本次 20 分钟，不超过 60 分钟",
        "学校“书面作业”第 2 行：2027-01-01 起才执行",
    ]


def test_what_cannot_be_judged_cannot_be_explained():
    with pytest.raises(CaseIncomplete):
        explain([cap(60, derogations=[derogation("a")])], homework(20), MONDAY)
    with pytest.raises(CaseIncomplete):
        explain([cap(60, grades="3-6")], Case(fields={}, standing={}, adding={}), date(2026, 9, 1))


books = st.lists(norms(), max_size=6)


@given(books, cases, days)
def test_the_explanation_looks_at_every_row_and_rests_on_those_the_verdict_rests_on(book, case, on):
    looks = explain(book, case, on)
    assert {id(looked.norm) for looked in looks} == set(map(id, book))
    rows = [row for norm in book for row in norm.binding(case, on)]
    assert sorted(repr(looked.row) for looked in looks if looked.binds) == sorted(map(repr, rows))
    broken = [(looked.norm, looked.told.partition("，")[2]) for looked in looks if looked.why is Why.BROKEN]
    found = [(finding.norm, finding.arithmetic) for finding in judge(book, case, on).findings]
    assert sorted(map(repr, broken)) == sorted(map(repr, found))
