"""Layers are published whole, edition by edition, and every house is told once."""

import pytest

from engines.policy import Layer, norm_from_plain
from plumbing.ids import new_id
from services.rulebook.domain.draft import ChangesNothing
from tests.unit.engines.builders import ban, cap, derogation

SIXTY, NO_PUNISHMENT = cap(60, layer="school"), ban("punitive", layer="school", key="ban")


def test_a_published_layer_is_told_to_the_other_houses_with_every_norm(stage):
    school_id = new_id()
    edition = stage.publish(Layer.SCHOOL, SIXTY, NO_PUNISHMENT, school_id=school_id)
    ((told_of, event),) = stage.news()
    assert (told_of, event.layer, event.version, event.layer_id) == (school_id, "school", 1, edition.layer_id)
    assert tuple(map(norm_from_plain, event.norms)) == (SIXTY, NO_PUNISHMENT)


def test_what_stands_already_is_not_published_again(stage):
    first = stage.publish(Layer.NATIONAL, cap(60))
    again = stage.publish(Layer.NATIONAL, cap(60))
    assert again == first
    assert len(stage.news()) == 1


def test_a_changed_layer_is_told_anew_under_the_same_name_and_a_higher_version(stage):
    stage.publish(Layer.NATIONAL, cap(60))
    stage.publish(Layer.NATIONAL, cap(45))
    (_, first), (_, second) = stage.news()
    assert (first.layer_id, first.version, second.version) == (second.layer_id, 1, 2)
    assert [rule.sentence for rule in stage.rules()] == ["每天的书面作业（在校与回家合计）平均不超过 45 分钟。"]


def test_a_layer_may_go_back_to_what_it_said_before(stage):
    for minutes in (60, 45, 60):
        stage.publish(Layer.NATIONAL, cap(minutes))
    assert [event.version for _, event in stage.news()] == [1, 2, 3]


def test_a_school_without_norms_of_its_own_says_so_once(stage):
    school_id = new_id()
    for _ in range(2):
        stage.publish(Layer.SCHOOL, school_id=school_id)
    ((_, event),) = stage.news()
    assert event.norms == ()


def test_a_layer_that_gives_up_all_its_norms_says_so(stage):
    school_id = new_id()
    stage.publish(Layer.SCHOOL, SIXTY, school_id=school_id)
    stage.publish(Layer.SCHOOL, school_id=school_id)
    assert [len(event.norms) for _, event in stage.news()] == [1, 0]
    assert stage.rules(school_id) == []


def test_a_row_that_is_nowhere_true_under_the_layers_above_is_refused_with_its_witness_and_leaves_no_trace(stage):
    school_id = new_id()
    stage.publish(Layer.NATIONAL, cap(60, grades="3-6"))
    stage.publish(Layer.DISTRICT, cap(50, grades=[6], layer="district"))
    loose = cap(75, grades="5-6", layer="school", key="minutes")
    with pytest.raises(ChangesNothing) as refusal:
        stage.publish(Layer.SCHOOL, NO_PUNISHMENT, loose, school_id=school_id)
    assert str(refusal.value) == (
        "规定“minutes”第 1 行：五、六年级：国家 60，学校 75，不起作用。请改得与上一层相同或更严，或删去这一行。"
    )
    assert [event.layer for _, event in stage.news()] == ["national", "district"]
    assert len(stage.rules(school_id)) == 2


def test_a_higher_layer_may_become_stricter_than_what_a_school_already_says(stage):
    school_id = new_id()
    stage.publish(Layer.SCHOOL, SIXTY, school_id=school_id)
    stage.publish(Layer.NATIONAL, cap(45))
    assert len(stage.rules(school_id)) == 2


def test_a_school_cannot_grant_itself_what_the_nation_still_asks(stage):
    school_id = new_id()
    stage.publish(Layer.NATIONAL, cap(60))
    own = cap(60, layer="school", key="minutes", derogations=[derogation(school_id, value=75)])
    with pytest.raises(ChangesNothing, match=r"第 1 条准予.*国家 60.*向它申请"):
        stage.publish(Layer.SCHOOL, own, school_id=school_id)


def test_a_row_that_binds_because_the_school_is_excused_from_the_layer_above_is_published_by_that_school_only(stage):
    excused, other = new_id(), new_id()
    stage.publish(Layer.NATIONAL, cap(60, derogations=[derogation(excused)]))
    assert stage.publish(Layer.SCHOOL, cap(75, layer="school"), school_id=excused).version == 1
    with pytest.raises(ChangesNothing):
        stage.publish(Layer.SCHOOL, cap(75, layer="school"), school_id=other)
