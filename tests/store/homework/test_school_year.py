"""A new school year: a class is on the boards of its own year, and what it had then is still there to read."""

import pytest

from contracts.errors import NotFound
from tests.unit.homework import cast


@pytest.fixture
def year_ends(stage):
    """Return how the stage's class ends on a day and goes on, one grade higher, on the next; its new id is returned."""

    def ends(in_days):
        last, first = stage.in_days(in_days), stage.in_days(in_days + 1)
        stage.open_class(grade=3, number=2, class_id=stage.class_id, sequence=2, last_day=last)
        return stage.open_class(grade=4, number=2, first_day=first, continues=stage.class_id)

    return ends


def grades(board):
    return [found.grade for found in board.classes]


def test_a_class_is_on_the_boards_of_its_own_year_only(stage, year_ends):
    year_ends(2)
    assert [grades(stage.board(day=stage.in_days(day))) for day in (1, 2, 3, 4)] == [[3], [3], [4], [4]]


def test_what_was_set_for_a_day_after_the_year_stays_on_the_board(stage, year_ends):
    stage.publish(day=stage.in_days(4))
    year_ends(2)
    assert [grades(stage.board(day=stage.in_days(day))) for day in (3, 4)] == [[4], [3, 4]]


def test_nothing_is_set_for_a_class_whose_year_is_over(stage, year_ends):
    year_ends(2)
    with pytest.raises(NotFound):
        stage.publish(day=stage.in_days(3))


def test_a_family_still_opens_what_its_class_had_in_earlier_years(stage, year_ends):
    piece = stage.publish()
    fourth = year_ends(2)
    fifth = stage.open_class(grade=5, number=2, first_day=stage.in_days(9), continues=fourth)
    assert stage.read(piece, by=stage.guardian(class_id=fifth)).class_id == stage.class_id


def test_a_family_of_another_class_opens_none_of_it(stage, year_ends):
    piece = stage.publish()
    year_ends(2)
    with pytest.raises(NotFound):
        stage.read(piece, by=stage.guardian(class_id=stage.open_class(grade=4, number=1)))
    with pytest.raises(NotFound):
        stage.read(piece, by=stage.guardian(class_id=cast.new_id()))
