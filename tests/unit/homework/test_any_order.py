"""In any order of publishing, correcting and withdrawing, a class's day stays true to its pieces and its caps."""

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.unit.homework.any_order import AnyOrder
from tests.unit.homework.memory import MemoryStore


def test_whatever_teachers_do_and_schools_decide_the_day_adds_up_and_no_cap_in_force_is_passed():
    run_state_machine_as_test(
        lambda: AnyOrder(MemoryStore()),
        settings=settings(max_examples=40, stateful_step_count=20, deadline=None, database=None),
    )
