"""How long an afternoon is, what one child can go to, and who would have to be in two places (E7, E8, E9)."""

from datetime import time
from itertools import combinations
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.enrolment.domain.clash import clashes
from services.enrolment.domain.span import Span, covered, one_after_another, span_in

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda two: Span(min(two), max(two) + 1)))


def session(**said):
    usual = {"starts_at": time(15, 30), "ends_at": time(17), "summer_starts_at": None, "summer_ends_at": None}
    return SimpleNamespace(**{"session_id": "s", **usual, **said})


def offering(number, **said):
    usual = {"offering_id": str(number), "session_id": "s", "weekdays": (1, 3), "lead_id": None, "location": ""}
    return SimpleNamespace(**{**usual, **said})


@pytest.mark.parametrize(("season", "ends"), [("winter", 17 * 60), (None, 17 * 60), ("summer", 17 * 60 + 30)])
def test_a_session_ends_when_its_season_says(season, ends):
    assert span_in(session(summer_ends_at=time(17, 30)), season) == Span(15 * 60 + 30, ends)


def test_two_that_overlap_are_counted_once_and_a_break_between_two_is_not_counted():
    assert covered([Span(0, 40), Span(30, 60), Span(70, 80)]) == 70


@given(SPANS)
def test_an_afternoon_is_as_long_as_the_minutes_in_it(spans):
    assert covered(spans) == len({minute for span in spans for minute in range(span.begins, span.ends)})


@given(SPANS.filter(lambda spans: len(spans) <= 8))
def test_one_child_can_go_to_as_many_as_do_not_meet(spans):
    apart = (chosen for chosen in _subsets(spans) if not any(a.meets(b) for a, b in combinations(chosen, 2)))
    assert one_after_another(spans) == max(map(len, apart))


def test_one_teacher_on_two_days_is_no_clash_and_on_one_day_is_one():
    both = [offering(1, lead_id="t"), offering(2, lead_id="t", weekdays=(2, 3))]
    (found,) = clashes({"s": session()}, both)
    assert (found.what, found.which, found.offering_ids, found.weekdays) == ("person", "t", ("1", "2"), (3,))
    assert not list(clashes({"s": session()}, [both[0], offering(2, lead_id="t", weekdays=(2,))]))


def test_a_room_used_by_one_after_the_other_is_no_clash_but_in_a_season_in_which_they_meet():
    early, late = session(session_id="early", ends_at=time(16, 30)), session(session_id="late", starts_at=time(16, 30))
    both = [offering(1, session_id="early", location="操场"), offering(2, session_id="late", location="操场")]
    assert not list(clashes({"early": early, "late": late}, both))
    longer = session(session_id="early", ends_at=time(16, 30), summer_ends_at=time(17))
    assert [one.what for one in clashes({"early": longer, "late": late}, both)] == ["room"]


def test_a_place_that_nobody_has_named_is_no_room():
    assert not list(clashes({"s": session()}, [offering(1), offering(2)]))


def _subsets(spans):
    return ([span for at, span in enumerate(spans) if number >> at & 1] for number in range(2 ** len(spans)))
