"""What an audit of places calls wrong, and what it does not."""

import pytest

from services.enrolment.domain.audit import Counted, Stands, wrong_places, wrong_standing

FINE = {"offering_id": "o", "capacity": 2, "taken": 2, "given": 2, "waiting": 1, "unapproved": 0, "twice": 0}


def wrong(**changed):
    return list(wrong_places(Counted(**FINE | changed)))


def test_a_full_club_with_a_line_is_as_it_should_be():
    assert wrong() == []


@pytest.mark.parametrize(("changed", "said"), [
    ({"taken": 1}, "the counter says 1, 2 places are given"),
    ({"given": 3, "taken": 3}, "3 places are given, there are 2"),
    ({"given": 1, "taken": 1}, "1 wait while 1 places are free"),
    ({"unapproved": 1}, "1 places are given or waited for without every approval"),
    ({"twice": 1}, "1 numbers of the line are held twice"),
])
def test_each_thing_that_can_be_wrong_is_said(changed, said):
    assert wrong(**changed) == [f"offering o: {said}"]


@pytest.mark.parametrize(("part", "case"), [
    ("submitted", "running"), ("approved", "approved"), ("withdrawn", "approved"), ("closed", "approved"),
    ("withdrawn", "withdrawn"), ("returned", "returned"), ("rejected", "rejected"),
])
def test_a_part_stands_as_its_case_or_was_given_up_after_it(part, case):
    assert not list(wrong_standing(Stands(application_id="a", kind="club", part=part, case=case)))


@pytest.mark.parametrize(
    ("part", "case"), [("approved", "running"), ("submitted", "approved"), ("approved", "rejected")]
)
def test_a_part_that_stands_otherwise_than_its_case_is_wrong(part, case):
    assert list(wrong_standing(Stands(application_id="a", kind="club", part=part, case=case)))
