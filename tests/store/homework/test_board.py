"""What the board shows (H4)."""

import pytest

from contracts.directory.calendar import Mark, MarkedDay, Term
from contracts.errors import Unavailable
from contracts.homework.assignment import Kind, Place
from tests.unit.homework import cast
from tests.unit.homework.stage import Stage


def test_every_class_of_the_school_is_on_it_by_grade_and_number_even_with_nothing_to_do(stage):
    stage.open_class(grade=1, number=2)
    stage.open_class(grade=1, number=1)
    stage.publish()
    shown = [(found.grade, found.number, len(found.assignments)) for found in stage.board().classes]
    assert shown == [(1, 1, 0), (1, 2, 0), (3, 2, 1)]


def test_minutes_at_school_and_at_home_are_told_apart(stage):
    stage.publish(15, place=Place.SCHOOL)
    stage.publish(20)
    stage.publish(30, by=stage.chinese, kind=Kind.READING)
    shown = stage.shown()
    assert (shown.minutes_at_school, shown.minutes_at_home) == (15, 50)
    assert (shown.budget.used_minutes, shown.budget.left_minutes) == (35, 25)


def test_pieces_stand_in_the_order_in_which_they_were_published(stage):
    order = [stage.publish(5, by=by).assignment_id for by in (stage.maths, stage.chinese, stage.maths)]
    assert [piece.assignment_id for piece in stage.shown().assignments] == order


def test_only_the_classes_asked_for_are_shown_and_unknown_ones_are_left_out(stage):
    stage.open_class(grade=4)
    board = stage.board(class_ids=(stage.class_id, cast.new_id()))
    assert [found.class_id for found in board.classes] == [stage.class_id]


def test_a_day_shows_its_own_pieces_only(stage):
    stage.publish(day=stage.in_days(1))
    stage.publish(day=stage.in_days(2))
    assert [len(stage.shown(day=stage.in_days(day)).assignments) for day in (1, 2, 3)] == [1, 1, 0]


def test_a_visitor_a_guardian_and_a_teacher_see_the_same_board(stage):
    stage.publish()
    assert stage.board(by=stage.visitor()) == stage.board(by=stage.guardian()) == stage.board(by=stage.maths)


def test_another_schools_board_has_none_of_it(stage):
    stage.publish()
    other = Stage(stage.store, stage.district_id)
    board = other.board()
    assert [(found.class_id, found.assignments) for found in board.classes] == [(other.class_id, ())]


@pytest.mark.parametrize(("weekday", "mark", "kind"), [
    (3, None, "school_day"), (6, None, "weekend"), (3, Mark.HOLIDAY, "holiday"), (7, Mark.WORKDAY, "school_day"),
])
def test_the_calendar_says_what_kind_of_day_it_is(new_stage, weekday, mark, kind):
    stage = new_stage
    day = next(day for ahead in range(1, 8) if (day := stage.in_days(ahead)).isoweekday() == weekday)
    stage.nation(*cast.NATION)
    stage.calendar(*([MarkedDay(on=day, mark=mark, name="国庆节")] if mark else []))
    assert stage.board(day=day).day_kind == kind


def test_outside_every_term_it_is_vacation(new_stage):
    new_stage.nation(*cast.NATION)
    new_stage.calendar(terms=(Term(name="学期", first=new_stage.in_days(5), last=new_stage.in_days(50)),))
    assert new_stage.board().day_kind == "vacation"


def test_a_board_without_its_norms_is_not_shown_as_one_without_a_cap(new_stage):
    new_stage.calendar()
    with pytest.raises(Unavailable):
        new_stage.board()


def test_a_week_is_its_seven_days_from_monday_on(stage):
    day = stage.in_days(1)
    stage.publish(day=day)
    boards = stage.week(day).boards
    assert [board.day.isoweekday() for board in boards] == [1, 2, 3, 4, 5, 6, 7]
    assert boards[day.weekday()] == stage.board(day=day)


def test_a_swapped_day_says_whose_timetable_it_takes(new_stage):
    stage = new_stage
    sunday = next(day for ahead in range(1, 8) if (day := stage.in_days(ahead)).isoweekday() == 7)
    stage.nation(*cast.NATION)
    stage.calendar(MarkedDay(on=sunday, mark=Mark.WORKDAY, name="国庆节调休", follows_weekday=4))
    assert [board.follows_weekday for board in stage.week(sunday).boards] == [None] * 6 + [4]
