"""Which caps hold for a class's day, and which leaves least."""

import pytest

from engines.policy import Case, CaseIncomplete, limits, tightest
from tests.unit.engines.builders import MONDAY, already, ban, cap

DAY = {"grade": 3, "day_kind": "school_day", "weekday": 1, "season": "winter"}


def day(**standing):
    return Case(fields=DAY, standing=standing, adding={})


def test_a_day_can_be_asked_about_before_anything_is_typed():
    (limit,) = limits([cap(60, grades="3-6"), ban("punitive")], day(), MONDAY)
    assert (limit.counter, limit.minutes) == ("written_total_average", 60)


def test_what_is_only_in_principle_limits_nothing():
    assert limits([cap(0, force="warn")], day(), MONDAY) == ()


def test_a_cap_of_another_grade_or_another_time_is_no_limit_here():
    norms = [cap(90, grades="7-9"), cap(10, effective_from="2026-12-01"), cap(10, effective_to="2026-11-22")]
    assert limits(norms, day(), MONDAY) == ()


def test_a_day_whose_grade_is_not_known_has_no_limits_to_show():
    with pytest.raises(CaseIncomplete, match="grade"):
        limits([cap(60, grades="3-6")], Case(fields={}, standing={}, adding={}), MONDAY)


def test_the_tightest_limit_is_the_one_that_leaves_least_not_the_lowest():
    norms = [cap(60), cap(30, layer="school", measure="written_home_maximum")]
    standing = already(35, at_home=False)
    tight = tightest(limits(norms, day(), MONDAY), standing)
    assert (tight.minutes, tight.left(standing)) == (60, 25)


def test_of_limits_that_leave_the_same_the_first_is_shown():
    tight = tightest(limits([cap(60), cap(60, layer="school")], day(), MONDAY), already(0))
    assert tight.norm.layer == "national"


def test_a_ceiling_lowered_later_leaves_nothing_rather_than_less():
    tight = tightest(limits([cap(30)], day(), MONDAY), already(50))
    assert tight.left(already(50)) == 0


def test_without_a_cap_there_is_no_tightest():
    assert tightest((), already(50)) is None


def test_a_sum_that_is_not_known_is_not_taken_for_zero():
    with pytest.raises(CaseIncomplete):
        tightest(limits([cap(30)], day(), MONDAY), {})
