"""Who may do what with an application, wherever it stands."""

import pytest

from services.enrolment.domain.standing import OPEN, Bond, State, actions

GUARDIAN = Bond(guards_child=True, heads_class=False, applied=True)
OTHER_GUARDIAN = Bond(guards_child=True, heads_class=False, applied=False)
HEAD = Bond(guards_child=False, heads_class=True, applied=False)
HEAD_WITH_OWN_CHILD = Bond(guards_child=True, heads_class=True, applied=False)
HEAD_WHO_APPLIED = Bond(guards_child=False, heads_class=True, applied=True)
ONCE_APPLIED = Bond(guards_child=False, heads_class=False, applied=True)


def test_a_head_teacher_decides_what_is_undecided_and_nothing_else():
    assert {state: actions(state, HEAD) for state in State} == {
        State.SUBMITTED: ("decide",), State.APPROVED: (), State.REJECTED: (), State.WITHDRAWN: (),
    }


@pytest.mark.parametrize("guardian", [GUARDIAN, OTHER_GUARDIAN])
def test_any_guardian_of_the_child_may_take_an_open_application_back(guardian):
    assert {state for state in State if "withdraw" in actions(state, guardian)} == OPEN


def test_a_head_teacher_never_decides_for_their_own_child():
    assert actions(State.SUBMITTED, HEAD_WITH_OWN_CHILD) == ("withdraw",)


def test_a_head_teacher_never_decides_what_they_applied_for_themselves():
    assert actions(State.SUBMITTED, HEAD_WHO_APPLIED) == ()


def test_having_applied_once_shows_nothing_to_someone_who_is_no_guardian_any_more():
    assert not ONCE_APPLIED.may_see
    assert all(actions(state, ONCE_APPLIED) == () for state in State)
