"""What a teacher is told while a draft is still on the page."""

import pytest

from contracts.errors import InvalidRequest, NotFound, Unavailable
from contracts.homework.assignment import Kind, Place, Practice
from tests.unit.homework import cast
from tests.unit.homework.stage import Stage


def test_judging_a_draft_never_changes_anything(stage):
    stage.publish(20)
    before = (stage.board(), stage.news(), stage.store.audited(stage.school_id))
    stage.judge(30)
    stage.judge(61)
    assert (stage.board(), stage.news(), stage.store.audited(stage.school_id)) == before


def test_a_draft_that_would_pass_has_no_findings_and_sees_the_budget_before_it(stage):
    stage.publish(35, by=stage.chinese)
    judged = stage.judge(25)
    assert judged.findings == ()
    assert (judged.budget.used_minutes, judged.budget.left_minutes, judged.budget.limit_minutes) == (35, 25, 60)


def test_a_draft_that_would_be_refused_meets_the_findings_publishing_would_meet(stage):
    judged = stage.judge(61, practices=(Practice.PUNITIVE,))
    assert [finding.norm for finding in judged.findings] == ["cap_written_total_average", "no_copying_punitive"]


def test_a_kind_of_work_that_no_cap_counts_shows_no_limit(stage):
    class_id = stage.open_class(grade=1)
    teacher = stage.teacher("语文", class_id)
    reading = stage.judge(20, by=teacher, subject="语文", class_id=class_id, kind=Kind.READING)
    written = stage.judge(20, by=teacher, subject="语文", class_id=class_id)
    assert (reading.findings, reading.budget.limit_minutes) == ((), None)
    assert (written.budget.limit_minutes, written.budget.left_minutes) == (0, 0)


def test_the_budget_speaks_in_the_terms_of_the_cap_that_leaves_least(new_stage):
    stage = new_stage.knows_its_rules(cast.cap(30, "written_home_maximum"), cast.cap(100, "all_total_maximum"))
    at_home = stage.budget()
    assert (at_home.counts, at_home.place, at_home.left_minutes) == ("written", "home", 30)
    stage.publish(35, by=stage.chinese, place=Place.SCHOOL)
    together = stage.budget()
    assert (together.place, together.used_minutes, together.left_minutes) == ("total", 35, 25)
    assert together.clause == cast.CLAUSE


def test_advice_limits_no_budget(new_stage):
    stage = new_stage.knows_its_rules(cast.cap(10, force="warn"))
    assert stage.budget().limit_minutes == 60
    assert [finding.force for finding in stage.judge(20).findings] == ["warn"]


def test_what_is_granted_to_one_school_binds_every_other_as_before(new_stage):
    stage, other = new_stage, Stage(new_stage.store, new_stage.district_id)
    granted = cast.derogation(stage.school_id, until=stage.in_days(30), value=75)
    stage.calendar()
    stage.nation(cast.cap(60) | {"derogations": [granted]})
    assert stage.judge(75).findings == () and stage.budget().limit_minutes == 75
    assert [finding.limit for finding in stage.judge(76).findings] == [75]
    assert [finding.limit for finding in other.judge(75).findings] == [60]


def test_the_day_after_a_derogation_ends_the_norm_binds_again_by_itself(new_stage):
    granted = cast.derogation(new_stage.school_id, until=new_stage.in_days(1))
    new_stage.calendar()
    new_stage.nation(cast.cap(60) | {"derogations": [granted]})
    assert new_stage.judge(90).findings == ()
    assert [finding.limit for finding in new_stage.judge(90, day=new_stage.in_days(2)).findings] == [60]


def test_any_subject_of_the_class_may_ask_for_its_budget_and_nobody_else(stage):
    stage.publish(20)
    assert stage.budget(by=stage.chinese).used_minutes == 20
    stranger = stage.teacher("数学", stage.open_class(grade=3, number=5))
    with pytest.raises(NotFound):
        stage.budget(by=stranger)


def test_a_draft_for_another_teachers_class_or_a_day_outside_the_window_is_turned_away_like_a_publication(stage):
    with pytest.raises(NotFound):
        stage.judge(by=stage.chinese)
    with pytest.raises(InvalidRequest):
        stage.judge(day=stage.in_days(61))


def test_nothing_can_be_judged_before_the_norms_are_known(new_stage):
    with pytest.raises(Unavailable):
        new_stage.judge()
    with pytest.raises(Unavailable):
        new_stage.budget()
