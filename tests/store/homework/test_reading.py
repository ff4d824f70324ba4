"""Who may open a piece, and what a teacher finds of their own."""

import pytest

from contracts.actor import Role
from contracts.errors import NotFound
from contracts.homework.assignment import Kind
from tests.unit.homework import cast
from tests.unit.homework.stage import Stage


def test_the_staff_of_the_school_and_the_guardians_of_the_class_may_open_a_piece(stage):
    piece = stage.publish(25)
    for person in (stage.maths, stage.chinese, stage.staff(Role.PRINCIPAL), stage.guardian()):
        assert stage.read(piece, by=person).minutes == 25


def test_a_guardian_of_another_class_finds_nothing(stage):
    piece = stage.publish()
    with pytest.raises(NotFound):
        stage.read(piece, by=stage.guardian(class_id=cast.new_id()))


def test_a_piece_of_another_school_or_of_none_is_not_found(stage):
    piece = stage.publish()
    other = Stage(stage.store, stage.district_id)
    with pytest.raises(NotFound):
        other.read(piece, by=other.staff())
    piece_of_none = cast.correction(cast.new_id())
    with pytest.raises(NotFound):
        stage.read(piece_of_none)


def test_a_teacher_finds_what_they_set_newest_day_first_withdrawn_pieces_too(stage):
    first = stage.publish(day=stage.in_days(1))
    second = stage.publish(day=stage.in_days(3))
    stage.publish(by=stage.chinese)
    stage.withdraw(first)
    assert [(piece.assignment_id, piece.state) for piece in stage.mine()] == [
        (second.assignment_id, "published"), (first.assignment_id, "withdrawn"),
    ]


def test_page_by_page_a_teacher_finds_every_piece_once(stage):
    for day in range(1, 28):
        for _ in range(4):
            stage.publish(1, day=stage.in_days(day), kind=Kind.READING)
    pages, before = [], None
    while page := stage.mine(before=before):
        pages.append(page)
        before = page[-1].day
    found = [piece.assignment_id for page in pages for piece in page]
    assert (len(found), len(set(found))) == (108, 108)
    assert [len(page) for page in pages] == [52, 52, 4], "fifty, and the rest of the last day"
