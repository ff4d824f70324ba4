"""Layers are published whole, edition by edition, and every house is told once."""

from engines.policy import Layer, norm_from_plain
from plumbing.ids import new_id
from tests.unit.engines.builders import ban, cap

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
