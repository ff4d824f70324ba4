"""The verdict on a piece of homework under the norms of every layer."""

from datetime import date

import pytest

from engines.policy import CaseIncomplete, Outcome, judge
from tests.unit.engines.builders import MONDAY, already, ban, cap, homework, norm, only

CAP = {"bound": "at_most", "unit": "minutes"}


def outcome(norms, case, on=MONDAY):
    return judge(norms, case, on).outcome


def test_written_work_may_fill_the_daily_ceiling():
    assert outcome([cap(60)], homework(25, standing=already(35))) is Outcome.COMPLIANT


def test_written_work_may_not_pass_the_ceiling_by_a_minute():
    assert outcome([cap(60)], homework(26, standing=already(35))) is Outcome.VIOLATION


def test_a_refusal_shows_its_arithmetic_its_clause_and_since_when():
    (finding,) = judge([cap(60)], homework(30, standing=already(35)), MONDAY).findings
    assert finding.arithmetic == "已有 35 分钟 + 本次 30 分钟 = 65 分钟，超过 60 分钟"
    assert (finding.observed, finding.limit, finding.field) == (65, 60, "minutes")
    assert (finding.clause, finding.source, finding.since) == ("条款原文", "文件", date(2021, 7, 24))


def test_a_grade_without_a_norm_is_not_regulated_which_is_no_consent():
    assert outcome([cap(60, grades="3-6")], homework(300, grade=7)) is Outcome.NOT_REGULATED


def test_reading_does_not_draw_on_the_ceiling_of_written_work():
    assert outcome([cap(60)], homework(90, kind="reading")) is Outcome.COMPLIANT


def test_reading_draws_on_the_ceiling_of_all_work():
    assert outcome([cap(60, measure="all_total_average")], homework(90, kind="reading")) is Outcome.VIOLATION


def test_work_finished_at_school_does_not_draw_on_the_ceiling_of_home_work():
    assert outcome([cap(30, measure="written_home_average")], homework(45, place="school")) is Outcome.COMPLIANT


def test_work_finished_at_school_draws_on_the_ceiling_of_the_whole_day():
    assert outcome([cap(30)], homework(45, place="school")) is Outcome.VIOLATION


def test_an_average_cap_looks_at_a_typical_pupil_and_a_maximum_at_the_slowest():
    piece = homework(50, longest=70)
    assert outcome([cap(60, measure="written_total_average")], piece) is Outcome.COMPLIANT
    assert outcome([cap(60, measure="written_total_maximum")], piece) is Outcome.VIOLATION


def test_every_layer_must_be_content_whichever_is_stricter():
    nation, school = cap(60), cap(30, layer="school", measure="written_home_maximum")
    assert outcome([nation, school], homework(40)) is Outcome.VIOLATION
    assert outcome([cap(30), cap(60, layer="school")], homework(40)) is Outcome.VIOLATION


def test_what_is_only_in_principle_warns_and_does_not_refuse():
    verdict = judge([cap(60), cap(0, force="warn", layer="school")], homework(20), MONDAY)
    assert (verdict.outcome, verdict.violations, len(verdict.warnings)) == (Outcome.WARNING, (), 1)


def test_a_norm_binds_from_its_first_day_to_its_last():
    summer = cap(60, effective_from="2026-07-01", effective_to="2026-08-31")
    days = [date(2026, 6, 30), date(2026, 7, 1), date(2026, 8, 31), date(2026, 9, 1)]
    outcomes = [outcome([summer], homework(90), on) for on in days]
    assert outcomes == [Outcome.NOT_REGULATED, Outcome.VIOLATION, Outcome.VIOLATION, Outcome.NOT_REGULATED]


def test_a_row_limited_in_two_ways_covers_only_what_is_both():
    rule = norm({"value": 30, "grades": "1-3", "day_kinds": ["weekend"]}, measure="written_total_average", **CAP)
    weekend, monday = {"day_kind": "weekend", "weekday": 6}, {}
    outcomes = [outcome([rule], homework(40, grade=grade, **day)) for grade in (3, 4) for day in (weekend, monday)]
    assert outcomes == [Outcome.VIOLATION, Outcome.NOT_REGULATED, Outcome.NOT_REGULATED, Outcome.NOT_REGULATED]


def test_a_ceiling_lowered_later_does_not_stop_work_that_adds_nothing_to_it():
    assert outcome([cap(30)], homework(20, kind="reading", standing=already(50))) is Outcome.COMPLIANT


def test_a_banned_practice_is_refused_and_named():
    (finding,) = judge([ban("punitive", "copying")], homework(practices=("punitive", "in_recess")), MONDAY).findings
    assert (finding.observed, finding.arithmetic) == (("punitive",), "本次有“惩罚性”，不允许")


def test_only_the_subjects_a_school_allows_give_take_home_work():
    rule = only("语文", "数学", "英语", measure="subject", places=["home"])
    assert outcome([rule], homework(subject="音乐")) is Outcome.VIOLATION
    assert outcome([rule], homework(subject="英语")) is Outcome.COMPLIANT
    assert outcome([rule], homework(subject="音乐", place="school")) is Outcome.NOT_REGULATED


def test_what_is_required_and_missing_is_refused():
    rule = norm({"value": ["self_marked"]}, measure="practices", bound="required", unit="codes")
    assert outcome([rule], homework()) is Outcome.VIOLATION
    assert outcome([rule], homework(practices=("self_marked",))) is Outcome.COMPLIANT


@pytest.mark.parametrize("missing", ["grade", "practices", "place"])
def test_what_cannot_be_told_is_never_allowed(missing):
    norms = [cap(60, grades="3-6"), ban("punitive"), only("数学", measure="subject", places=["home"])]
    piece = homework()
    del piece.fields[missing]
    with pytest.raises(CaseIncomplete, match=missing):
        judge(norms, piece, MONDAY)


@pytest.mark.parametrize(
    "mistyped",
    [
        {"grade": "3"}, {"grade": 10}, {"grade": True}, {"practices": ["punitive"]}, {"practices": ("punitve",)},
        {"place": "hmoe"}, {"subject": ""},
    ],
)
def test_what_is_mistyped_is_never_allowed(mistyped):
    norms = [cap(60, grades="3-6"), ban("punitive"), only("数学", measure="subject", places=["home"])]
    with pytest.raises(CaseIncomplete):
        judge(norms, homework(**mistyped), MONDAY)


@pytest.mark.parametrize("minutes", [{}, {"written_total_average": -1}, {"written_total_average": "20"}])
def test_minutes_that_are_not_known_are_never_taken_for_none(minutes):
    piece = homework(20, standing=minutes or {"all_total_average": 0})
    with pytest.raises(CaseIncomplete, match="written_total_average"):
        judge([cap(60)], piece, MONDAY)


def test_a_norm_on_care_says_nothing_about_homework():
    two_hours = norm({"value": 120}, about="care", measure="service_minutes", bound="at_least", unit="minutes")
    assert outcome([two_hours], homework()) is Outcome.NOT_REGULATED


def test_one_thing_said_by_three_layers_is_told_once_by_the_highest():
    layers = [cap(60, layer="school"), cap(60, layer="district"), cap(60, layer="national")]
    verdict = judge(layers, homework(61), MONDAY)
    assert [finding.layer for finding in verdict.findings] == ["national", "district", "school"]
    assert [finding.layer for finding in verdict.controlling] == ["national"]


def test_of_two_layers_the_stricter_is_the_one_that_is_told():
    verdict = judge([cap(60), cap(45, layer="school")], homework(61), MONDAY)
    assert [finding.layer for finding in verdict.controlling] == ["school"]


def test_a_warning_never_hides_a_refusal_of_the_same_thing():
    verdict = judge([cap(60), cap(30, layer="school", force="warn")], homework(61), MONDAY)
    assert [finding.force for finding in verdict.controlling] == ["refuse", "warn"]
