"""Norms on every matter: what each may look at, how it is written, said and judged."""

import json
from itertools import product

import pytest

from engines.policy import (
    About,
    Case,
    CaseIncomplete,
    NormUnreadable,
    Outcome,
    explain,
    judge,
    norm_from_plain,
    norm_to_plain,
)
from engines.policy import sentence as sentence_of
from engines.policy.counter import COUNTER_KEYS
from engines.policy.measure import MEASURES, measures_of
from engines.policy.unit import Unit
from engines.policy.vocabulary import FIELDS, SCOPE, Codes, fields_of
from tests.unit.engines.builders import MONDAY, norm

EVERY = [
    (about, name, bound)
    for about in About
    for name in measures_of(about)
    if name not in COUNTER_KEYS
    for bound in MEASURES[name].bounds
]


def said_of(about, name, bound, **stated):
    measure = MEASURES[name]
    return norm(
        {"value": written(measure), **stated}, about=about, measure=name, bound=bound, unit=measure.unit,
    )


def written(measure):
    if measure.code:
        return list(measure.code.labels)[:1] or ["语文"]
    return "17:30" if measure.unit is Unit.TIME else 1


def case(about, **fields):
    return Case(about=About(about), fields=fields, standing={}, adding={})


def breaking(rule):
    field, value = FIELDS[rule.measure], rule.rows[0].value
    match rule.bound:
        case "at_most":
            return value + 1
        case "at_least":
            return value - 1
        case "required":
            return () if isinstance(field, Codes) else other(field, value)
        case "one_of":
            return (other(field, value),) if isinstance(field, Codes) else other(field, value)
        case "forbidden":
            return value if isinstance(field, Codes) else value[0]


def other(field, value):
    return next((code for code in field.labels or ("音乐",) if code not in value), None)


@pytest.mark.parametrize(("about", "name", "bound"), EVERY)
def test_whatever_a_norm_may_look_at_is_read_said_and_judged(about, name, bound):
    rule = said_of(about, name, bound)
    assert norm_from_plain(json.loads(json.dumps(norm_to_plain(rule)))) == rule
    assert sentence_of(rule, rule.rows[0]).endswith("。")
    broken = breaking(rule)
    if broken is None or broken == (None,):
        return
    (finding,) = judge([rule], case(about, **{name: broken}), MONDAY).findings
    (looked,) = explain([rule], case(about, **{name: broken}), MONDAY)
    assert looked.told == f"不符合，{finding.arithmetic}"
    with pytest.raises(CaseIncomplete, match=name):
        judge([rule], case(about), MONDAY)


@pytest.mark.parametrize("about", About)
def test_no_two_fields_of_a_matter_are_called_alike(about):
    called = [field.words for field in fields_of(about)]
    assert len(called) == len(set(called))
    assert measures_of(about)


@pytest.mark.parametrize(
    ("about", "measure", "belongs"),
    [
        ("homework", "ends_at", "课后服务"), ("exam", "written_total_average", "作业"),
        ("care", "fee_yuan", "课后服务项目"),
    ],
)
def test_a_norm_looks_at_what_belongs_to_its_matter_only(about, measure, belongs):
    with pytest.raises(NormUnreadable) as refusal:
        said_of(about, measure, MEASURES[measure].bounds[0])
    assert f"'{measure}' 说的是{belongs}，不是" in refusal.value.what
    assert refusal.value.remedy.startswith(f"about 写 {about} 的，measure 可以写的有：")


@pytest.mark.parametrize(("about", "dimension"), list(product(About, SCOPE)))
def test_a_row_is_limited_by_what_a_case_of_its_matter_can_say(about, dimension):
    field = FIELDS[SCOPE[dimension]]
    allowed = [1] if dimension in ("grades", "weekdays") else [next(iter(field.labels), "数学")]
    name = next(name for name in measures_of(about) if name not in COUNTER_KEYS)
    bound = MEASURES[name].bounds[0]
    if about in field.abouts:
        assert getattr(said_of(about, name, bound, **{dimension: allowed}).rows[0], dimension) == frozenset(allowed)
    else:
        with pytest.raises(NormUnreadable, match=f"的规定不能按 {dimension} 划分"):
            said_of(about, name, bound, **{dimension: allowed})


def test_a_matter_that_is_only_spelt_is_not_taken_for_none():
    spelt = Case(about="care", fields={"ends_at": 1020}, standing={}, adding={})  # as it comes out of JSON
    assert judge([ends_at("17:30")], spelt, MONDAY).outcome is Outcome.VIOLATION


def ends_at(value, **stated):
    return norm({"value": value}, about="care", measure="ends_at", bound="at_least", unit="time", **stated)


@pytest.mark.parametrize("wrong", ["5:30", "24:00", "17:60", "17.30", 1050, ["17:30"], "17:30:00", ""])
def test_a_time_of_the_day_is_written_with_hours_and_minutes(wrong):
    with pytest.raises(NormUnreadable, match="写成 17:30 的样子"):
        ends_at(wrong)


def test_a_time_is_kept_as_minutes_and_said_as_a_time():
    rule = ends_at("17:30")
    assert rule.rows[0].value == 1050
    assert norm_to_plain(rule)["rows"][0]["value"] == "17:30"
    (finding,) = judge([rule], case("care", ends_at=1020), MONDAY).findings
    assert finding.sentence == "课后服务，结束时间不早于 17:30。"
    assert (finding.arithmetic, finding.remedy[0].words) == ("现为 17:00，早于 17:30", "改为 17:30")
    (looked,) = explain([rule], case("care", ends_at=1055), MONDAY)
    assert looked.told == "符合，现为 17:35，不早于 17:30"


def test_what_may_not_be_at_all_is_said_without_a_nought():
    free = norm({"value": 0}, about="offering", measure="fee_yuan", bound="at_most", unit="yuan")
    (finding,) = judge([free], case("offering", fee_yuan=200), MONDAY).findings
    assert (finding.sentence, finding.arithmetic) == ("课后服务项目不收费。", "每生每学期收费 200 元，规定不收费")
    assert [offer.words for offer in finding.remedy] == ["改为不收费"]
    (looked,) = explain([free], case("offering", fee_yuan=0), MONDAY)
    assert looked.told == "符合，不收费"
    some = norm({"value": 300}, about="offering", measure="fee_yuan", bound="at_most", unit="yuan")
    assert sentence_of(some, some.rows[0]) == "课后服务项目，每生每学期收费不超过 300 元。"


def test_what_limits_a_row_is_said_before_the_matter():
    rule = norm(
        {"value": ["safety_agreement"], "grades": "3-6", "offering_kinds": ["outdoor_club", "club"]},
        about="application", measure="papers", bound="required", unit="codes", force="warn",
    )
    assert sentence_of(rule, rule.rows[0]) == (
        "三至六年级、社团、户外社团的课后服务报名，签订的材料原则上必须有：安全责任协议书。"
    )


def test_a_row_on_one_matter_says_nothing_of_another():
    book = [said_of(about, name, bound) for about, name, bound in EVERY]
    for about in About:
        others = [rule for rule in book if rule.about is not about]
        assert judge(others, case(about), MONDAY).outcome is Outcome.NOT_REGULATED


