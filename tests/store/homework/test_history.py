"""History from a file: on the board as it was, each piece once, and no news."""

import time

import pytest
from marshmallow import ValidationError

from plumbing.ids import new_id
from services.homework import wiring
from tests.unit.homework.stage import Stage

DEMO_SIZE, SECONDS = 3_000, 5


def plain(stage, **said):
    """Return a piece as the file has it."""
    piece = {
        "assignment_id": new_id(), "district_id": stage.district_id, "school_id": stage.school_id,
        "class_id": stage.class_id, "teacher_id": stage.maths.person_id, "subject": "数学",
        "day": stage.in_days(-7).isoformat(), "kind": "written", "place": "home", "minutes": 20,
        "content": "练习册第9页", "published_at": "2026-09-01T08:00:00+00:00", "state": "published", "reason": "",
    }
    return piece | said


@pytest.fixture
def stage(new_real_stage):
    return new_real_stage.knows_its_rules()


@pytest.fixture
def seed(homework_house):
    return lambda *pieces: wiring.seed(homework_house, {"pieces": list(pieces)})


def test_pieces_stand_as_they_were_and_the_days_minutes_are_theirs(stage, seed):
    seed(
        plain(stage), plain(stage, minutes=15, state="corrected", reason="页码写错了"), plain(stage, kind="reading"),
        plain(stage, minutes=40, state="withdrawn", reason="课上已经做完"),
    )
    shown = stage.shown(day=stage.in_days(-7))
    assert sorted((piece.state, piece.minutes, piece.reason) for piece in shown.assignments) == [
        ("corrected", 15, "页码写错了"), ("published", 20, ""), ("published", 20, ""),
        ("withdrawn", 40, "课上已经做完"),
    ]
    assert (shown.budget.used_minutes, shown.minutes_at_home) == (35, 55)


def test_every_piece_has_the_versions_that_its_state_tells_of(stage, seed):
    corrected = plain(stage, state="corrected", reason="页码写错了")
    seed(corrected)
    (piece,) = stage.shown(day=stage.in_days(-7)).assignments
    assert stage.versions(piece) == [(1, "published", 20, ""), (2, "corrected", 20, "页码写错了")]


def test_history_is_no_news(stage, seed):
    seed(plain(stage))
    assert stage.news() == []


def test_the_same_file_again_changes_nothing_and_a_longer_one_adds_only_what_is_new(stage, seed):
    first, second = plain(stage), plain(stage, minutes=10)
    seed(first)
    seed(first)
    seed(first, second)
    shown = stage.shown(day=stage.in_days(-7))
    assert (len(shown.assignments), shown.budget.used_minutes) == (2, 30)


def test_a_day_with_history_has_that_much_less_to_give(stage, seed):
    seed(plain(stage, day=stage.in_days(1).isoformat(), minutes=45))
    assert stage.budget().left_minutes == 15


def test_what_came_from_a_file_can_be_corrected_and_withdrawn_like_any_piece(stage, seed):
    seed(plain(stage), plain(stage, minutes=10))
    longer, shorter = stage.mine()
    if longer.minutes == 10:
        longer, shorter = shorter, longer
    stage.correct(longer, minutes=5)
    stage.withdraw(shorter)
    assert stage.shown(day=stage.in_days(-7)).budget.used_minutes == 5


def test_each_school_gets_its_own(stage, seed):
    other = Stage(stage.store, stage.district_id)
    seed(plain(stage), plain(other, minutes=30))
    budgets = [school.shown(day=stage.in_days(-7)).budget.used_minutes for school in (stage, other)]
    assert budgets == [20, 30]


def test_a_piece_that_cannot_be_read_stops_the_file_before_anything_is_kept(stage, seed):
    with pytest.raises(ValidationError):
        seed(plain(stage), plain(stage, minutes=0))
    assert stage.shown(day=stage.in_days(-7)).assignments == ()


def test_the_demos_four_weeks_are_loaded_within_seconds(stage, seed):
    classes = [stage.open_class(grade=1 + number % 6, number=1 + number) for number in range(30)]
    pieces = [
        plain(stage, class_id=classes[number % 30], day=stage.in_days(-(number % 28)).isoformat(), minutes=5)
        for number in range(DEMO_SIZE)
    ]
    started = time.monotonic()
    seed(*pieces)
    assert time.monotonic() - started < SECONDS
    assert len(stage.board(day=stage.today).classes) == 31
