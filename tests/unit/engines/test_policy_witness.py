"""Lines of a lower layer that change nothing, and those that only look so."""

import pytest

from engines.policy import norm_from_plain, norm_to_plain, witnesses
from tests.unit.engines.builders import ban, cap, derogation, norm, only

CARE = {"about": "care", "measure": "service_minutes", "unit": "minutes"}


def said(above, own, school=None):
    above, own = ([one] if not isinstance(one, list) else one for one in (above, own))
    return [one.words for one in witnesses(above, own, school)]


def school(minutes, **stated):
    return cap(minutes, layer="school", **stated)


def granting(rule, *granted):
    return norm_from_plain({**norm_to_plain(rule), "derogations": list(granted)})


def test_a_row_looser_than_the_layer_above_is_shown_with_both_numbers():
    (witness,) = witnesses([cap(60, grades="3-6")], [school(75, grades=[6])])
    assert (witness.row, witness.words) == (1, "六年级：国家 60，学校 75，不起作用")


def test_each_part_of_a_row_is_shown_with_what_overrules_it():
    above = norm(
        {"value": 60, "grades": "3-6"}, {"value": 90, "grades": "7-9"}, measure="written_total_average",
        bound="at_most", unit="minutes",
    )
    (words,) = said(above, school(100, grades="5-8"))
    assert words == "五、六年级：国家 60，学校 100；七、八年级：国家 90，学校 100，不起作用"


@pytest.mark.parametrize("minutes", [60, 45])
def test_a_row_that_says_the_same_or_asks_for_more_stands(minutes):
    assert said(cap(60), school(minutes)) == []


@pytest.mark.parametrize(
    "stated", [{"grades": "6-7"}, {"grades": [6], "effective_from": "2020-01-01"}, {}],
)
def test_a_row_that_reaches_one_grade_or_day_further_stands(stated):
    assert said(cap(60, grades="3-6"), school(75, **stated)) == []


def test_a_row_that_outlasts_the_one_above_stands():
    assert said(cap(60, effective_to="2026-08-31"), school(75)) == []
    assert said(cap(60, effective_to="2026-08-31"), school(75, effective_to="2026-08-31")) != []


@pytest.mark.parametrize(
    ("above", "own", "compared"),
    [
        ("all_total_maximum", "written_home_average", True),
        ("written_total_average", "written_home_average", True),
        ("written_home_average", "written_home_maximum", False),
        ("written_total_maximum", "all_total_maximum", False),
        ("written_home_maximum", "written_total_maximum", False),
    ],
)
def test_only_what_counts_the_same_or_more_can_make_a_row_useless(above, own, compared):
    assert bool(said(cap(60, measure=above), school(75, measure=own))) is compared


def test_another_count_is_named_by_its_title():
    above = cap(60, measure="all_total_maximum", title="每天作业总量")
    assert said(above, school(75)) == ["各种情形：国家“每天作业总量” 60，学校 75，不起作用"]


def test_what_is_only_in_principle_above_does_not_make_a_refusal_below_useless():
    assert said(cap(60, force="warn"), school(75)) == []
    assert said(cap(60), school(75, force="warn")) != []


def test_two_layers_above_may_overrule_a_row_together():
    above = [cap(60, grades="3-4"), cap(50, grades="5-6", layer="district")]
    assert said(above, school(75, grades="3-6")) == [
        "三、四年级：国家 60，学校 75；五、六年级：区县 50，学校 75，不起作用"
    ]


def test_a_service_may_ask_for_more_hours_than_the_layer_above_not_promise_fewer():
    above = norm({"value": 120}, bound="at_least", **CARE)
    assert said(above, norm({"value": 90}, bound="at_least", layer="school", **CARE)) == [
        "各种情形：国家 120，学校 90，不起作用"
    ]
    assert said(above, norm({"value": 150}, bound="at_least", layer="school", **CARE)) == []
    assert said(above, norm({"value": 90}, bound="at_most", layer="school", **CARE)) == []


def test_a_ban_repeated_is_true_and_an_allowance_wider_than_above_is_not():
    assert said(ban("punitive", "copying"), ban("punitive", layer="school")) == []
    above = only("语文", "数学", measure="subject", places=["home"])
    wider = only("语文", "数学", "音乐", measure="subject", places=["home"], layer="school")
    assert said(above, wider) == ["回家完成：国家 语文、数学，学校 语文、数学、音乐，不起作用"]
    assert said(above, only("语文", "音乐", measure="subject", places=["home"], layer="school")) == []


def test_a_row_that_binds_a_school_while_it_is_excused_from_the_layer_above_stands_for_that_school_only():
    above = granting(cap(60), derogation("a"))
    assert said(above, school(75), "a") == []
    assert said(above, school(75), "b") != []
    assert said(above, cap(75, layer="district")) == []


def test_a_granted_value_still_below_the_row_leaves_the_row_useless():
    assert said(granting(cap(60), derogation("a", value=70)), school(75), "a") == [
        "各种情形：国家 60，学校 75；各种情形：国家 70，学校 75，不起作用"
    ]
    assert said(granting(cap(60), derogation("a", value=75)), school(75), "a") == []


def test_a_layer_cannot_grant_what_a_layer_above_still_asks():
    own = granting(school(60), derogation("a", value=75))
    (witness,) = witnesses([cap(60)], [own], "a")
    assert (witness.derogation, witness.words) == (1, "各种情形：国家 60，仍然要遵守，不起作用")
    assert said(cap(60), granting(school(30), derogation("a", value=45)), "a") == []


def test_a_ban_cannot_be_lifted_below_where_several_norms_above_name_its_parts():
    above = [ban("punitive"), ban("copying", key="other")]
    assert said(above, granting(ban("punitive", "copying", layer="school"), derogation("a")), "a") != []
    assert said(above, granting(ban("punitive", "by_phone", layer="school"), derogation("a")), "a") == []
    kept = granting(ban("punitive", "by_phone", layer="school"), derogation("a", value=["by_phone"]))
    assert said(above, kept, "a") != []


def test_under_no_layer_nothing_is_useless():
    assert said([], [cap(1440), granting(cap(60), derogation("a"))]) == []
