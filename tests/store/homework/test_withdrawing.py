"""What a teacher meets who takes a published piece back."""

import pytest

from contracts.errors import Conflict, NotFound
from contracts.homework.assignment import HomeworkWithdrawn
from tests.unit.homework import cast


def test_a_withdrawn_piece_stays_on_the_board_with_the_reason(stage):
    piece = stage.publish(25)
    assert stage.withdraw(piece).sequence == 2
    (shown,) = stage.shown().assignments
    assert (shown.state, shown.minutes, shown.content, shown.reason) == (
        "withdrawn", 25, "练习册第12页", "课上已经做完",
    )
    assert stage.versions(piece) == [(1, "published", 25, ""), (2, "withdrawn", 25, "课上已经做完")]


def test_its_minutes_are_free_again(stage):
    piece = stage.publish(60)
    stage.withdraw(piece)
    shown = stage.shown()
    assert (shown.budget.used_minutes, shown.minutes_at_home) == (0, 0)
    stage.publish(60, by=stage.chinese)


def test_it_is_announced_and_on_record(stage):
    piece = stage.publish()
    stage.withdraw(piece)
    assert stage.news()[1:] == [HomeworkWithdrawn(
        assignment_id=piece.assignment_id, class_id=stage.class_id, teacher_id=stage.maths.person_id, subject="数学",
        day=stage.in_days(1),
    )]
    assert stage.store.audited(stage.school_id)[1:] == [(stage.maths.person_id, "withdraw", piece.assignment_id)]


def test_no_rule_can_keep_a_piece_on_the_board(stage):
    piece = stage.publish(60)
    stage.own_norms(cast.cap(0))
    stage.withdraw(piece)
    assert stage.shown().budget.used_minutes == 0


def test_withdrawing_twice_gives_the_minutes_back_once_and_shows_what_stands(stage):
    piece = stage.publish(20)
    stage.publish(20, by=stage.chinese)
    stage.withdraw(piece)
    with pytest.raises(Conflict) as conflict:
        stage.withdraw(piece)
    assert conflict.value.details["stands"]["state"] == "withdrawn"
    assert stage.shown().budget.used_minutes == 20


def test_the_piece_of_another_teacher_is_not_found(stage):
    piece = stage.publish()
    with pytest.raises(NotFound):
        stage.withdraw(piece, by=stage.chinese)


def test_a_corrected_piece_gives_back_what_it_last_took(stage):
    piece = stage.publish(20)
    stage.correct(piece, minutes=35)
    stage.withdraw(piece)
    assert stage.shown().budget.used_minutes == 0
    assert [sequence for sequence, *_ in stage.versions(piece)] == [1, 2, 3]
