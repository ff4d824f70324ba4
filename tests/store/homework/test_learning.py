"""What the house keeps of what others announce: the newest, whatever comes first."""

from datetime import timedelta

import pytest

from contracts.directory.calendar import Mark, MarkedDay
from contracts.errors import RuleRefused, Unavailable, UnknownMessage
from contracts.rulebook.norms import NormsPublished
from plumbing import clock
from tests.unit.homework import cast
from tests.unit.homework.stage import Stage


def test_an_older_word_on_a_class_never_replaces_a_newer_one(stage):
    stage.open_class(grade=4, number=2, class_id=stage.class_id, sequence=3)
    stage.open_class(grade=3, number=2, class_id=stage.class_id, sequence=2)
    assert stage.shown().grade == 4


def test_a_new_edition_of_a_layer_replaces_the_whole_of_it(stage):
    stage.own_norms(cast.cap(20), cast.ban("self_marked"), sequence=1)
    stage.own_norms(cast.cap(40), sequence=2)
    stage.own_norms(cast.cap(10), sequence=1)
    assert stage.budget().limit_minutes == 40


def test_a_layer_taken_back_binds_no_more(stage):
    stage.own_norms(cast.cap(20))
    stage.own_norms(sequence=2)
    assert stage.budget().limit_minutes == 60


def test_the_districts_layer_binds_every_school_of_the_district(stage):
    own = cast.cap(45) | {"layer": "district"}
    stage.hear(NormsPublished(layer_id=cast.new_id(), layer="district", version=1, norms=(own,)), of_school=False)
    other = Stage(stage.store, stage.district_id)
    assert (stage.budget().limit_minutes, other.budget().limit_minutes) == (45, 45)


def test_one_schools_layer_binds_no_other(stage):
    stage.own_norms(cast.cap(20))
    other = Stage(stage.store, stage.district_id)
    assert other.budget().limit_minutes == 60


def test_another_districts_norms_are_not_ours(stage):
    elsewhere = Stage(stage.store)
    with pytest.raises(Unavailable):
        elsewhere.budget()


def test_an_older_calendar_never_replaces_a_newer_one(new_stage):
    day = new_stage.in_days(1)
    new_stage.nation(*cast.NATION)
    new_stage.calendar(MarkedDay(on=day, mark=Mark.HOLIDAY, name="元旦"), sequence=2)
    new_stage.calendar(sequence=1)
    assert new_stage.board().day_kind == "holiday"


def test_where_a_district_starts_a_new_calendar_the_latest_word_holds_whichever_comes_first(new_stage):
    day, now = new_stage.in_days(1), clock.now()
    new_stage.nation(*cast.NATION)
    new_stage.calendar(MarkedDay(on=day, mark=Mark.HOLIDAY, name="元旦"), calendar_id=cast.new_id(), occurred_at=now)
    new_stage.calendar(sequence=9, occurred_at=now - timedelta(days=30))
    assert new_stage.board().day_kind == "holiday"


def test_a_norm_that_cannot_be_read_is_turned_away_and_what_stood_goes_on(stage):
    stage.own_norms(cast.cap(20))
    with pytest.raises(UnknownMessage):
        stage.own_norms(cast.cap(20) | {"bound": "about"}, sequence=2)
    assert stage.budget().limit_minutes == 20


def test_a_schools_own_calendar_holds_before_its_districts_whichever_comes_first(new_stage):
    day = new_stage.in_days(1)
    new_stage.nation(*cast.NATION)
    new_stage.own_calendar(MarkedDay(on=day, mark=Mark.HOLIDAY, name="校庆"))
    new_stage.calendar(sequence=9)
    assert new_stage.board().day_kind == "holiday"
    new_stage.own_calendar(sequence=2)
    new_stage.own_calendar(MarkedDay(on=day, mark=Mark.HOLIDAY, name="校庆"), sequence=1)
    assert new_stage.board().day_kind != "holiday"


def test_one_schools_calendar_is_no_other_schools(stage):
    other = Stage(stage.store, stage.district_id)
    day = stage.in_days(1)
    before = other.board(day=day).day_kind
    stage.own_calendar(MarkedDay(on=day, mark=Mark.HOLIDAY, name="校庆"))
    assert (stage.board(day=day).day_kind, other.board(day=day).day_kind) == ("holiday", before)


def test_a_calendar_that_contradicts_itself_is_turned_away(stage):
    day = stage.in_days(1)
    twice = [MarkedDay(on=day, mark=mark, name="元旦") for mark in (Mark.HOLIDAY, Mark.WORKDAY)]
    with pytest.raises(UnknownMessage):
        stage.calendar(*twice, sequence=2)


@pytest.mark.parametrize(("layer", "of_school"), [("school", False), ("district", True), ("galaxy", True)])
def test_a_layer_must_come_from_where_it_says(stage, layer, of_school):
    norms = (cast.cap(20) | {"layer": layer},) if layer != "galaxy" else ()
    with pytest.raises(UnknownMessage):
        stage.hear(NormsPublished(layer_id=cast.new_id(), layer=layer, version=1, norms=norms), of_school=of_school)


def test_a_school_cannot_publish_norms_in_the_nations_name(stage):
    with pytest.raises(UnknownMessage):
        stage.hear(NormsPublished(layer_id=cast.new_id(), layer="school", version=1, norms=(cast.cap(90),)))


def test_a_norm_lowered_later_binds_what_comes_and_leaves_what_stands(stage):
    stage.publish(40)
    stage.own_norms(cast.cap(30))
    assert stage.shown().budget.used_minutes == 40
    with pytest.raises(RuleRefused):
        stage.publish(1, by=stage.chinese)
