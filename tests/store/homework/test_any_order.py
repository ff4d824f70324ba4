"""The same on PostgreSQL, where the guard is a statement."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.unit.homework.any_order import AnyOrder


def test_whatever_teachers_do_and_schools_decide_the_day_adds_up_and_no_cap_in_force_is_passed(real_store):
    run_state_machine_as_test(
        lambda: AnyOrder(real_store),
        settings=settings(
            max_examples=20, stateful_step_count=20, deadline=None, database=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
