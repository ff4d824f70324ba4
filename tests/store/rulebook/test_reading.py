"""Anyone may read which norms bind a school on a day."""

from datetime import date

from engines.policy import Layer
from plumbing.ids import new_id
from tests.unit.engines.builders import cap, derogation, norm


def test_the_nation_comes_first_then_the_district_then_the_school(stage):
    school_id = new_id()
    stage.publish(Layer.SCHOOL, cap(30, layer="school"), school_id=school_id)
    stage.publish(Layer.DISTRICT, cap(45, layer="district"))
    stage.publish(Layer.NATIONAL, cap(60))
    assert [rule.layer for rule in stage.rules(school_id)] == ["national", "district", "school"]


def test_a_school_does_not_see_the_rules_of_another(stage):
    one, other = new_id(), new_id()
    stage.publish(Layer.SCHOOL, cap(30, layer="school"), school_id=one)
    assert [len(stage.rules(school)) for school in (one, other, None)] == [1, 0, 0]


def test_a_district_does_not_see_the_rules_of_another(stage):
    stage.publish(Layer.NATIONAL, cap(60))
    stage.district_id = new_id()
    assert stage.rules() == []


def test_a_rule_is_a_sentence_with_its_clause_its_source_and_since_when(stage):
    stage.publish(Layer.NATIONAL, cap(0, grades="1-2", measure="written_home_maximum"))
    (rule,) = stage.rules()
    assert rule.sentence == "一、二年级不布置回家做的书面作业。"
    assert (rule.norm, rule.clause, rule.source, rule.since) == ("norm", "条款原文", "文件", date(2021, 7, 24))


def test_only_the_rows_in_force_on_the_day_are_rules(stage):
    rows = [{"value": 60, "effective_to": "2026-12-31"}, {"value": 30, "effective_from": "2027-01-01"}]
    stage.publish(Layer.NATIONAL, norm(*rows, measure="written_total_average", bound="at_most", unit="minutes"))
    days = [date(2020, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [[rule.since.year for rule in stage.rules(on=day)] for day in days] == [[], [2021], [2027]]


def test_what_a_school_is_excused_from_is_told_to_it_while_it_lasts_and_to_nobody_else(stage):
    excused, other = new_id(), new_id()
    stage.publish(Layer.NATIONAL, cap(60, derogations=[derogation(excused, value=75)]))
    (told,) = stage.excused(excused)
    assert "不超过 75 分钟" in told.sentence and "周四下午教师集体学习" in told.sentence
    assert told.until == date(2027, 1, 20)
    assert stage.excused(other) == stage.excused(None) == stage.excused(excused, on=date(2027, 1, 21)) == []


def test_a_rule_says_what_it_is_about(stage):
    stage.publish(Layer.NATIONAL, cap(60))
    assert [(rule.about, rule.matter) for rule in stage.rules()] == [("homework", "作业")]
