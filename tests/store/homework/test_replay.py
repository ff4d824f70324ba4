"""A draft tried on what was really set: what an office asks, sees on the way, and finds."""

from datetime import timedelta

import pytest

from contracts.actor import Role
from contracts.errors import InvalidRequest, NotFound, Unavailable
from contracts.homework.assignment import Kind
from contracts.homework.replay import Flips, FlipsOfClass, FlipsOfGrade, FlipsOfSubject, NormRefuses
from contracts.job import JobState
from engines.policy import Edition
from tests.unit.homework import cast
from tests.unit.homework.stage import Stage
from tests.unit.homework.trial import Trial


@pytest.fixture
def trial(stage):
    return Trial(stage)


def test_the_office_sees_which_pieces_a_stricter_cap_would_have_refused_and_why(stage, trial):
    stage.publish(20, by=stage.chinese)
    refused = stage.publish(20)
    stage.publish(30, kind=Kind.READING)
    found = trial.of(cast.cap(30))
    assert (found.pieces, found.flips) == (3, Flips(refused=1))
    assert found.by_grade == (FlipsOfGrade(grade=3, refused=1),)
    assert found.by_class == (FlipsOfClass(class_id=stage.class_id, grade=3, number=2, refused=1),)
    assert found.by_subject == (FlipsOfSubject(subject="数学", refused=1),)
    assert found.by_norm == (NormRefuses(norm="cap_written_total_average", title="作业总量", refused=1),)
    (example,) = found.examples
    assert (example.assignment_id, example.subject, example.minutes) == (refused.assignment_id, "数学", 20)
    assert (example.flip, example.layer, example.norm) == ("refused", "school", "cap_written_total_average")
    assert example.arithmetic == "已有 20 分钟 + 本次 20 分钟 = 40 分钟，超过 30 分钟"


def test_a_draft_that_says_what_stands_changes_nothing(stage, trial):
    own = (cast.cap(30, force="warn"), cast.ban("self_marked"))
    stage.own_norms(*own)
    stage.publish(40)
    assert trial.of(*own).flips == Flips()


def test_a_draft_takes_the_place_of_its_own_layer_only(stage, trial):
    stage.own_norms(cast.cap(10, force="warn"))
    stage.publish(60)
    assert trial.of().flips == Flips(unwarned=1)
    assert trial.of(cast.cap(10), layer="district").flips == Flips(refused=1)


def test_what_was_let_through_before_a_stricter_rule_is_seen_to_pass_again_under_a_milder_draft(stage, trial):
    stage.publish(40)
    stage.own_norms(cast.cap(30))
    found = trial.of(cast.cap(50))
    assert found.flips == Flips(allowed=1)
    assert (found.by_norm, found.examples[0].arithmetic) == ((), "本次 40 分钟，超过 30 分钟")


def test_pieces_count_as_they_now_read_and_withdrawn_ones_not_at_all(stage, trial):
    gone, corrected = stage.publish(20), stage.publish(40, by=stage.chinese)
    stage.withdraw(gone)
    stage.correct(corrected, by=stage.chinese, minutes=30)
    found = trial.of(cast.cap(30))
    assert (found.pieces, found.flips) == (1, Flips())


def test_each_day_is_judged_by_what_holds_on_that_day(stage, trial):
    for day in (1, 2, 3):
        stage.publish(40, day=stage.in_days(day))
    begins = cast.cap(30) | {"rows": [cast.row(30) | {"effective_from": stage.in_days(2).isoformat()}]}
    assert [one.day for one in trial.of(begins).examples] == [stage.in_days(2), stage.in_days(3)]


def test_a_draft_for_days_to_come_is_tried_on_days_that_are_past_as_of_one_of_its_own(stage, trial):
    stage.publish(40)
    draft = cast.cap(30) | {"rows": [
        cast.row(60) | {"effective_to": stage.in_days(1).isoformat()},
        cast.row(30) | {"effective_from": stage.in_days(2).isoformat()},
    ]}
    told = [trial.of(draft, as_of=day).flips.refused for day in (None, stage.in_days(1), stage.in_days(2))]
    assert told == [0, 0, 1]


def test_only_the_days_asked_for_are_looked_at(stage, trial):
    for day in (1, 2, 3):
        stage.publish(40, day=stage.in_days(day))
    found = trial.of(cast.cap(30), first=stage.in_days(2), last=stage.in_days(2))
    assert [one.day for one in found.examples] == [stage.in_days(2)]


def test_the_most_hit_come_first_and_classes_as_a_school_lists_them(stage, trial):
    classes = [stage.open_class(grade=grade, number=number) for grade, number in ((5, 2), (5, 1), (4, 9))]
    by = stage.teacher("英语", *classes)
    for class_id in classes:
        stage.publish(40, by=by, class_id=class_id)
    stage.publish(40)
    advice = cast.cap(10, "all_total_average", force="warn")
    found = trial.of(cast.cap(30), cast.ban("英语", measure="subject"), advice)
    assert [(one.grade, one.number) for one in found.by_class] == [(3, 2), (4, 9), (5, 1), (5, 2)]
    assert [(one.subject, one.refused) for one in found.by_subject] == [("英语", 3), ("数学", 1)]
    assert [(one.norm, one.refused) for one in found.by_norm] == [("cap_written_total_average", 4), ("no_subject", 3)]


def test_nobody_is_named_and_nothing_that_was_set_is_told(stage, trial):
    stage.publish(40, content="背诵《静夜思》")
    told = str(trial.of(cast.cap(30)).dump())
    assert stage.maths.person_id not in told
    assert "静夜思" not in told


def test_every_day_is_a_step_and_whoever_asks_sees_it_wait(stage, trial):
    asked = trial.asks(cast.cap(30), first=stage.in_days(-6), last=stage.in_days(7))
    read = trial.reads(asked)
    assert (read.job.state, read.result, read.first) == (JobState.QUEUED, None, stage.in_days(-6))
    assert trial.runs(asked) == [(number, 14) for number in range(15)]


def test_it_belongs_to_the_schools_office_and_to_no_other_school(stage, trial):
    asked = trial.asks(cast.cap(30))
    assert trial.reads(asked, by=stage.staff(Role.ACADEMIC_OFFICE)).layer == "school"
    other = Stage(stage.store, stage.district_id)
    with pytest.raises(NotFound):
        Trial(other).reads(asked)


@pytest.mark.parametrize(("said", "field"), [
    ({"first": 2, "last": 1}, "last"), ({"first": -300, "last": 66}, "last"), ({"layer": "district"}, "norms"),
    ({"norms": ({"key": "nonsense"},)}, "norms"),
])
def test_a_period_or_a_norm_that_cannot_be_is_refused_where_it_was_written(stage, trial, said, field):
    days = {name: stage.in_days(day) for name, day in said.items() if name in ("first", "last")}
    norms = said.get("norms", (cast.cap(30) | {"layer": "school"},))
    with pytest.raises(InvalidRequest) as refusal:
        trial.asks_plainly(norms, layer=said.get("layer", "school"), **days)
    assert list(refusal.value.details["fields"]) == [field]


def test_a_whole_school_year_can_be_asked_for(stage, trial):
    trial.asks(first=stage.today, last=stage.today + timedelta(days=365))


def test_a_draft_for_a_season_that_nobody_has_said_is_told_so(stage, trial):
    stage.publish(20)
    with pytest.raises(InvalidRequest) as refusal:
        trial.of(cast.cap(30, seasons=["winter"]))
    assert "季节" in refusal.value.said


def test_nothing_is_tried_where_the_norms_that_stand_are_not_known(new_stage):
    with pytest.raises(Unavailable):
        Trial(new_stage).asks(cast.cap(30))


def test_a_replay_leaves_no_verdict_and_is_no_news(stage, trial):
    piece = stage.publish(40)
    before = stage.verdicts(piece), stage.news()
    trial.of(cast.cap(30))
    assert (stage.verdicts(piece), stage.news()) == before
    assert stage.verdicts(piece)[0].editions == (Edition(stage.nation_id, 1),)
