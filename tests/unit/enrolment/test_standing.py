"""Who may do what with an application, wherever it stands; and where it stands by its parts."""

from itertools import product

import pytest

from services.enrolment.domain.standing import OPEN, Bond, State, actions, standing


def bond(**ties):
    return Bond(**{"guards_child": False, "heads_class": False, "runs_school": False, "applied": False, **ties})


GUARDIAN, OTHER_GUARDIAN = bond(guards_child=True, applied=True), bond(guards_child=True)
HEAD, OFFICE = bond(heads_class=True), bond(runs_school=True)
ONCE_APPLIED = bond(applied=True)


def may(state, tie, *, turn=True, hands=False):
    return actions(state, [state], tie, turn=turn, hands=hands)


@pytest.mark.parametrize("decider", [HEAD, OFFICE, bond()])
def test_whoever_has_the_turn_decides_and_nobody_else(decider):
    assert may(State.SUBMITTED, decider) == ("decide",)
    assert may(State.SUBMITTED, decider, turn=False) == ()


@pytest.mark.parametrize("guardian", [GUARDIAN, OTHER_GUARDIAN])
def test_any_guardian_of_the_child_may_take_an_open_application_back(guardian):
    assert {state for state in State if "withdraw" in may(state, guardian)} == OPEN


@pytest.mark.parametrize("guardian", [GUARDIAN, OTHER_GUARDIAN])
def test_any_guardian_changes_what_was_returned_whatever_else_is_on_its_way(guardian):
    for other in State:
        parts = [State.RETURNED, other]
        assert "change" in actions(standing(parts), parts, guardian, turn=False, hands=False)
    assert "change" not in may(State.SUBMITTED, guardian)


def test_a_guardian_reminds_of_what_is_undecided():
    assert {state for state in State if "remind" in may(state, GUARDIAN)} == {State.SUBMITTED}
    assert "remind" not in may(State.SUBMITTED, HEAD)


@pytest.mark.parametrize("tie", [{"guards_child": True}, {"applied": True}])
def test_nobody_decides_for_their_own_child_or_what_they_applied_for_themselves(tie):
    assert not {"decide", "hand"} & {*may(State.SUBMITTED, bond(heads_class=True, **tie), hands=True)}


def test_having_applied_once_shows_nothing_to_someone_who_is_no_guardian_any_more():
    assert not ONCE_APPLIED.may_see
    assert all(may(state, ONCE_APPLIED) == () for state in State)


def test_an_application_is_undecided_while_any_part_is_and_approved_if_any_part_is():
    for one, other in product(State, repeat=2):
        assert standing([one, other]) is standing([other, one])
        assert standing([one, one]) is one
    assert standing([State.APPROVED, State.SUBMITTED]) is State.SUBMITTED
    assert standing([State.REJECTED, State.RETURNED]) is State.RETURNED
    assert standing([State.REJECTED, State.APPROVED]) is State.APPROVED
    assert standing([State.REJECTED, State.WITHDRAWN]) is State.REJECTED
