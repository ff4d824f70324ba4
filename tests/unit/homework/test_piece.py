"""A piece, and what becomes of it."""

from datetime import UTC, date, datetime

import pytest

from services.homework.domain.class_day import less
from services.homework.domain.piece import Piece, Said, State

AT = datetime(2026, 9, 1, 8, tzinfo=UTC)
LATER = datetime(2026, 9, 1, 9, tzinfo=UTC)
WRITTEN_AT_HOME = Said(kind="written", place="home", minutes=20, content="练习册第12页")


def a_piece(**said):
    return Piece(
        assignment_id="a", class_id="c", teacher_id="t", subject="数学", day=date(2026, 9, 2), published_at=AT,
        said=Said(**{**vars(WRITTEN_AT_HOME), **said}),
    )


@pytest.mark.parametrize(("kind", "place", "counted"), [
    ("written", "home", {"written_home", "written_total", "all_home", "all_total"}),
    ("written", "school", {"written_total", "all_total"}),
    ("reading", "home", {"all_home", "all_total"}),
    ("labour", "school", {"all_total"}),
])
def test_a_piece_takes_its_minutes_in_each_way_of_counting_that_it_falls_under(kind, place, counted):
    load = a_piece(kind=kind, place=place).load
    assert {counter for counter, minutes in load.items() if minutes} == {
        f"{ways}_{statistic}" for ways in counted for statistic in ("average", "maximum")
    }
    assert set(load.values()) <= {0, 20}


def test_a_withdrawn_piece_reads_as_before_and_takes_nothing():
    piece = a_piece().withdrawn(reason="课上已经做完", at=LATER)
    assert (piece.state, piece.stands, piece.said) == (State.WITHDRAWN, False, WRITTEN_AT_HOME)
    assert set(piece.load.values()) == {0}


def test_each_change_is_a_version_of_its_own_and_says_when_and_why():
    first = a_piece()
    second = first.corrected(Said(**{**vars(WRITTEN_AT_HOME), "minutes": 15}), reason="用时偏长", at=LATER)
    assert (first.sequence, first.changed_at, first.reason) == (1, None, "")
    assert (second.sequence, second.changed_at, second.reason) == (2, LATER, "用时偏长")
    assert (second.published_at, second.state, second.said.minutes) == (AT, State.CORRECTED, 15)


def test_what_a_change_takes_of_the_day_is_the_difference():
    assert less({"x": 15, "y": 0}, {"x": 20, "y": 0}) == {"x": -5, "y": 0}
