"""Derogations: what a norm's own layer grants some schools for a while, and that nothing else loosens."""

import json
from datetime import date

import pytest

from engines.policy import (
    About,
    Case,
    CaseIncomplete,
    NormUnreadable,
    Outcome,
    derogation_sentence,
    judge,
    limits,
    norm_from_plain,
    norm_to_plain,
)
from tests.unit.engines.builders import MONDAY, ban, cap, derogation, homework, norm, only, row

NUMBER = {"bound": "at_least", "unit": "minutes", "about": "care"}


def test_a_school_whose_teachers_study_on_thursdays_offers_four_days_until_the_end_of_term():
    days = {"measure": "service_days", "bound": "at_least", "unit": "days", "about": "care", "layer": "district"}
    rule = norm({"value": 5}, derogations=[derogation("a", value=4)], **days)
    four = {school: Case(about=About.CARE, school=school, fields={"service_days": 4}, standing={}, adding={})
            for school in "ab"}
    outcomes = [judge([rule], four[school], on).outcome for school, on in (("a", MONDAY), ("b", MONDAY))]
    assert outcomes == [Outcome.COMPLIANT, Outcome.VIOLATION]
    assert judge([rule], four["a"], date(2027, 1, 21)).outcome is Outcome.VIOLATION


def granting(*granted):
    return cap(60, derogations=[derogation(**stated) for stated in granted])


def outcome(rule, *, on=MONDAY, **said):
    return judge([rule], homework(70, **{"school": "a", **said}), on).outcome


def test_a_derogation_lifts_the_norm_for_the_school_it_names_and_no_other():
    rule = granting({"schools": ["a", "b"]})
    outcomes = [outcome(rule, school=school) for school in ("a", "b", "c")]
    assert outcomes == [Outcome.NOT_REGULATED, Outcome.NOT_REGULATED, Outcome.VIOLATION]


def test_a_derogation_begins_and_ends_by_itself():
    rule = granting({"effective_from": "2026-09-01", "effective_to": "2027-01-20"})
    days = [date(2026, 8, 31), date(2026, 9, 1), date(2027, 1, 20), date(2027, 1, 21)]
    assert [outcome(rule, on=on) is Outcome.VIOLATION for on in days] == [True, False, False, True]


def test_a_derogation_loosens_only_what_it_covers():
    rule = granting({"weekdays": [4], "grades": [3]})
    cases = [{"weekday": 4}, {"weekday": 1}, {"weekday": 4, "grade": 4}]
    assert [outcome(rule, **case) is Outcome.VIOLATION for case in cases] == [False, True, True]


def test_a_granted_value_binds_in_place_of_the_norm_s_own_with_the_reason_for_its_clause():
    rule = granting({"value": 75})
    assert outcome(rule) is Outcome.COMPLIANT
    (finding,) = judge([rule], homework(80, school="a"), MONDAY).findings
    assert (finding.limit, finding.clause, finding.source) == (75, "周四下午教师集体学习", "区教育局")
    assert finding.since == date(2026, 9, 1)
    assert finding.remedy[0].words == "改为 75 分钟"


def test_the_limit_that_is_shown_and_guarded_is_the_granted_one():
    day = homework(school="a")
    assert [limit.minutes for limit in limits([granting({"value": 75})], day, MONDAY)] == [75]
    assert limits([granting({})], day, MONDAY) == ()


def test_a_derogation_from_one_norm_leaves_every_other_binding():
    district = cap(60, layer="district")
    assert judge([granting({}), district], homework(70, school="a"), MONDAY).outcome is Outcome.VIOLATION


def test_without_a_school_nobody_s_derogation_is_everybody_s():
    rule = granting({"grades": [3]})
    with pytest.raises(CaseIncomplete, match="school"):
        judge([rule], homework(school=None), MONDAY)
    assert outcome(rule, school=None, grade=4) is Outcome.VIOLATION


def document(*granted, **stated):
    return {**norm_to_plain(cap(60, grades="3-6", **stated)), "derogations": list(granted)}


def refused(plain) -> NormUnreadable:
    with pytest.raises(NormUnreadable) as refusal:
        norm_from_plain(plain)
    return refusal.value


def test_a_norm_with_derogations_is_read_and_written_back_the_same_through_json():
    plain = document(derogation(grades=[3], value=75), derogation("b", effective_to="2026-12-31"))
    norm = norm_from_plain(plain)
    assert len(norm.derogations) == 2
    assert norm_from_plain(json.loads(json.dumps(norm_to_plain(norm)))) == norm
    assert "derogations" not in norm_to_plain(cap(60))


@pytest.mark.parametrize(
    "name", ["schools", "effective_from", "effective_to", "reason", "granted_by"]
)
def test_nothing_of_a_derogation_may_be_left_out_least_of_all_its_end(name):
    granted = derogation()
    del granted[name]
    refusal = refused(document(derogation("b"), granted))
    assert (refusal.what, refusal.row, refusal.derogation) == (f"缺少 {name}", None, 2)
    assert "第 2 条准予" in str(refusal)


@pytest.mark.parametrize(
    "wrong",
    [
        {"schools": []}, {"schools": [1]}, {"schools": ""}, {"reason": " "}, {"effective_to": "2026-08-31"},
        {"subjects": ["数学"]}, {"weekdays": [8]}, {"value": -1}, {"clause": "条款"}, {"norm": "another"},
        {"value": 60}, {"value": 45}, {"grades": [9]}, {"effective_from": "2020-01-01", "effective_to": "2020-12-31"},
    ],
)
def test_a_derogation_says_nothing_that_has_no_meaning_or_loosens_nothing(wrong):
    refusal = refused(document(derogation(**wrong)))
    assert refusal.derogation == 1 and refusal.remedy


@pytest.mark.parametrize("broken", [[], {}, ["a"], None])
def test_derogations_are_a_list_of_some(broken):
    refused({**document(), "derogations": broken})


def test_two_derogations_for_one_school_and_day_are_refused_naming_the_other():
    refusal = refused(document(derogation("a", "b", value=75), derogation("c", "b")))
    assert (refusal.derogation, "第 1 条" in refusal.what) == (2, True)
    assert len(norm_from_plain(document(derogation("a", grades=[3]), derogation("a", grades=[4]))).derogations) == 2


@pytest.mark.parametrize(
    ("rule", "wider", "stricter"),
    [
        (ban("punitive", "copying"), ["punitive"], ["punitive", "copying", "by_phone"]),
        (only("语文", "数学", measure="subject"), ["语文", "数学", "英语"], ["语文"]),
        (norm({"value": 120}, measure="service_minutes", **NUMBER), 60, 150),
    ],
)
def test_a_granted_value_can_only_be_wider_whatever_the_bound(rule, wider, stricter):
    plain = norm_to_plain(rule)
    granted = norm_from_plain({**plain, "derogations": [derogation(value=wider)]}).derogations[0]
    assert granted.in_place_of(rule.rows[0]).value == (tuple(wider) if isinstance(wider, list) else wider)
    assert "不比第 1 行宽" in refused({**plain, "derogations": [derogation(value=stricter)]}).what


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            granting({"value": 75, "grades": "3-4", "effective_to": "2027-01-20"}),
            "准予：三、四年级每天的书面作业（在校与回家合计）平均不超过 75 分钟，2026-09-01 至 2027-01-20，"
            "理由：周四下午教师集体学习（区教育局）。",
        ),
        (
            norm(
                row(value=120), derogations=[derogation(weekdays=[4])], measure="service_minutes", **NUMBER,
            ),
            "准予：不执行“周四的课后服务，每天课后服务时长不少于 120 分钟”，2026-09-01 至 2027-01-20，"
            "理由：周四下午教师集体学习（区教育局）。",
        ),
    ],
)
def test_a_derogation_reads_as_a_sentence(rule, words):
    assert derogation_sentence(rule, rule.derogations[0]) == words
