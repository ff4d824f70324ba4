"""What a teacher meets who corrects a published piece."""

import pytest

from contracts.errors import Conflict, NotFound, RuleRefused
from contracts.homework.assignment import HomeworkCorrected, Kind, Place, Practice
from tests.unit.homework import cast
from tests.unit.homework.stage import Stage


def test_a_correction_shows_as_one_with_its_reason_and_what_was_said_before_is_kept(stage):
    piece = stage.publish(25)
    assert stage.correct(piece, minutes=15).sequence == 2
    (shown,) = stage.shown().assignments
    assert (shown.state, shown.sequence, shown.minutes, shown.reason) == ("corrected", 2, 15, "页码写错了")
    assert shown.changed_at >= shown.published_at
    assert stage.versions(piece) == [(1, "published", 25, ""), (2, "corrected", 15, "页码写错了")]


def test_a_correction_is_announced_and_on_record(stage):
    piece = stage.publish(25)
    stage.correct(piece, minutes=15, kind=Kind.READING)
    assert stage.news()[1:] == [HomeworkCorrected(
        assignment_id=piece.assignment_id, class_id=stage.class_id, teacher_id=stage.maths.person_id, subject="数学",
        day=stage.in_days(1), kind=Kind.READING, place=Place.HOME, minutes=15,
    )]
    assert stage.store.audited(stage.school_id)[1:] == [(stage.maths.person_id, "correct", piece.assignment_id)]


def test_minutes_given_back_by_a_correction_are_free_for_the_other_subjects(stage):
    piece = stage.publish(60)
    stage.correct(piece, minutes=40)
    stage.publish(20, by=stage.chinese)
    with pytest.raises(RuleRefused):
        stage.publish(1, by=stage.chinese)


def test_a_correction_may_fill_the_day_but_not_pass_it(stage):
    stage.publish(30, by=stage.chinese)
    piece = stage.publish(20)
    with pytest.raises(RuleRefused) as refusal:
        stage.correct(piece, minutes=31)
    assert refusal.value.details["findings"][0]["arithmetic"] == "已有 30 分钟 + 本次 31 分钟 = 61 分钟，超过 60 分钟"
    stage.correct(piece, minutes=30)
    assert stage.shown().budget.left_minutes == 0


def test_a_refused_correction_leaves_what_stood(stage):
    piece = stage.publish(20)
    with pytest.raises(RuleRefused):
        stage.correct(piece, minutes=61)
    assert stage.versions(piece) == [(1, "published", 20, "")]
    assert (stage.shown().budget.used_minutes, len(stage.news())) == (20, 1)


def test_fewer_minutes_pass_even_where_a_cap_lowered_since_is_already_passed(stage):
    stage.publish(30, by=stage.chinese)
    piece = stage.publish(30)
    stage.own_norms(cast.cap(20))
    stage.correct(piece, minutes=25)
    assert (stage.shown().budget.used_minutes, stage.shown().budget.left_minutes) == (55, 0)


def test_the_same_minutes_pass_under_a_cap_lowered_since_but_not_one_more(stage):
    stage.publish(30, by=stage.chinese)
    piece = stage.publish(30)
    stage.own_norms(cast.cap(20))
    stage.correct(piece, minutes=30, content="练习册第14页")
    with pytest.raises(RuleRefused):
        stage.correct(piece, minutes=31, sequence=2)


def test_a_practice_banned_since_does_not_bar_a_correction_of_the_page(stage):
    piece = stage.publish(20, practices=(Practice.SELF_MARKED,))
    stage.own_norms(cast.ban("self_marked"))
    stage.correct(piece, content="练习册第14页")


def test_what_was_never_broken_cannot_be_broken_by_a_correction(stage):
    class_id = stage.open_class(grade=1)
    teacher = stage.teacher("数学", class_id)
    piece = stage.publish(10, by=teacher, class_id=class_id, place=Place.SCHOOL)
    with pytest.raises(RuleRefused):
        stage.correct(piece, by=teacher, minutes=10, place=Place.HOME)
    stage.correct(piece, by=teacher, minutes=15, place=Place.SCHOOL)


def test_oral_work_that_becomes_written_draws_on_the_written_budget(stage):
    stage.publish(50, by=stage.chinese)
    piece = stage.publish(30, kind=Kind.READING)
    with pytest.raises(RuleRefused):
        stage.correct(piece, minutes=30, kind=Kind.WRITTEN)
    stage.correct(piece, minutes=10, kind=Kind.WRITTEN)
    assert stage.shown().budget.left_minutes == 0


def test_a_correction_made_of_an_older_reading_meets_what_stands(stage):
    piece = stage.publish(20)
    stage.correct(piece, minutes=15)
    with pytest.raises(Conflict) as conflict:
        stage.correct(piece, minutes=25)
    stands = conflict.value.details["stands"]
    assert (stands["sequence"], stands["minutes"], stands["reason"]) == (2, 15, "页码写错了")


def test_a_withdrawn_piece_cannot_be_corrected(stage):
    piece = stage.publish()
    stage.withdraw(piece)
    with pytest.raises(Conflict) as conflict:
        stage.correct(piece, sequence=2)
    assert conflict.value.details["stands"]["state"] == "withdrawn"


def test_the_piece_of_another_teacher_is_not_found(stage):
    piece = stage.publish()
    with pytest.raises(NotFound):
        stage.correct(piece, by=stage.chinese)


def test_even_a_colleague_of_the_same_class_and_subject_cannot_change_it(stage):
    piece = stage.publish()
    with pytest.raises(NotFound):
        stage.correct(piece, by=stage.teacher("数学"))


def test_who_no_longer_teaches_the_class_can_no_longer_change_what_they_set(stage):
    piece = stage.publish()
    moved_on = cast.actor(stage, cast.teaches(cast.new_id(), "数学"), person_id=stage.maths.person_id)
    with pytest.raises(NotFound):
        stage.correct(piece, by=moved_on)


def test_a_piece_of_another_school_is_not_found(stage):
    piece = stage.publish()
    other = Stage(stage.store, stage.district_id)
    same_person = cast.actor(other, *stage.maths.grants, person_id=stage.maths.person_id)
    with pytest.raises(NotFound):
        stage.correct(piece, by=same_person)
