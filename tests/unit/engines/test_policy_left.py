"""Whose it is to grant derogations from a norm: its own layer's, unless that leaves it to the layer below."""

import json
from dataclasses import replace

import pytest

from engines.policy import Layer, NormUnreadable, granting, judge, norm_from_plain, norm_to_plain
from tests.unit.engines.builders import MONDAY, cap, derogation, homework


def document(layer, **stated):
    return {**norm_to_plain(cap(60, layer=layer)), **stated}


@pytest.mark.parametrize("layer", Layer)
def test_a_norm_is_loosened_by_its_own_layer_unless_it_says_otherwise(layer):
    assert norm_from_plain(document(layer)).derogable_by is layer
    assert norm_from_plain(document(layer, derogable_by=layer)) == norm_from_plain(document(layer))


def test_the_nation_may_leave_it_to_the_district():
    left = norm_from_plain(document("national", derogable_by="district"))
    assert left.derogable_by is Layer.DISTRICT
    assert norm_from_plain(json.loads(json.dumps(norm_to_plain(left)))) == left
    assert "derogable_by" not in norm_to_plain(cap(60))


@pytest.mark.parametrize(
    ("layer", "named", "possible"),
    [
        ("national", "school", "national、district"), ("district", "school", "district"),
        ("district", "national", "district"), ("school", "district", "school"), ("national", "town", "school"),
        ("national", None, "derogable_by"),
    ],
)
def test_no_school_is_ever_named_for_a_norm_above_it_nor_a_layer_above_for_one_below(layer, named, possible):
    with pytest.raises(NormUnreadable) as refusal:
        norm_from_plain(document(layer, derogable_by=named))
    assert "derogable_by" in refusal.value.what
    assert possible in refusal.value.remedy


def test_who_may_loosen_a_norm_says_nothing_about_what_it_demands():
    left = replace(cap(60), left_to=Layer.DISTRICT)
    for minutes in (60, 61):
        one, other = (judge([norm], homework(minutes), MONDAY) for norm in (cap(60), left))
        assert one.outcome is other.outcome


def test_what_is_granted_is_added_to_what_stands_and_never_twice():
    first, second = derogation("a", value=75), derogation("b", grades="1-2", value=70)
    norm = granting(granting(cap(60), [first]), [second, first])
    assert [sorted(granted.schools) for granted in norm.derogations] == [["a"], ["b"]]
    assert granting(norm, [second]) == norm == granting(norm, [])


def test_what_the_norm_cannot_take_is_not_granted():
    with pytest.raises(NormUnreadable, match="不比第 1 行宽"):
        granting(cap(60), [derogation("a", value=45)])
    with pytest.raises(NormUnreadable, match="与第 1 条准予"):
        granting(cap(60), [derogation("a", value=75), derogation("a")])
