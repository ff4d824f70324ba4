"""A guardian takes an application back at any time, and its places go to those who wait (E3, E10)."""

from datetime import timedelta

import pytest

from contracts.directory.school import PupilPlaced
from contracts.enrolment.application import ApplicationWithdrawn
from contracts.enrolment.part import ApplicationState
from contracts.enrolment.place import PlaceGiven, PlaceState
from contracts.errors import Conflict, NotFound
from plumbing import clock
from plumbing.ids import new_id
from tests.store.enrolment import cast


def approved(stage, club, families=1):
    """Return guardians with their approved applications, in the order of the decisions."""
    pairs = []
    for _ in range(families):
        guardian = stage.family()
        pairs.append((guardian, stage.approve(stage.apply(guardian, club=club.offering_id))))
    return pairs


def place_of(stage, application):
    return stage.read(application, stage.head).places[0]


def test_the_first_who_waits_has_the_place_in_the_same_moment(stage):
    choir = stage.offer(cast.club(capacity=1))
    (guardian, first), (_, second), (_, third) = approved(stage, choir, families=3)

    stage.withdraw(first, guardian)

    assert place_of(stage, first).state is PlaceState.RELEASED
    assert place_of(stage, second).state is PlaceState.GIVEN
    assert place_of(stage, third).line_position == 1
    assert stage.store.counted(choir.offering_id) == (1, 1, 1)


def test_moving_up_is_announced_to_the_family_that_moved_up_once(stage):
    choir = stage.offer(cast.club(capacity=1))
    (guardian, first), (_, second) = approved(stage, choir, families=2)
    stage.withdraw(first, guardian)
    assert isinstance(stage.news_of(first)[-1], ApplicationWithdrawn)
    given = [news for news in stage.news_of(second) if isinstance(news, PlaceGiven)]
    assert [news.from_line for news in given] == [True]


def test_with_nobody_waiting_the_place_is_free_again(stage):
    choir = stage.offer(cast.club(capacity=1))
    ((guardian, only),) = approved(stage, choir)
    stage.withdraw(only, guardian)
    assert stage.store.counted(choir.offering_id) == (0, 0, 1)
    ((_, next_one),) = approved(stage, choir)
    assert place_of(stage, next_one).state is PlaceState.GIVEN


def test_leaving_the_line_closes_it_up_and_moves_nobody_into_a_place(stage):
    choir = stage.offer(cast.club(capacity=1))
    (_, first), (guardian, second), (_, third) = approved(stage, choir, families=3)
    stage.withdraw(second, guardian)
    assert place_of(stage, first).state is PlaceState.GIVEN
    assert place_of(stage, third).line_position == 1
    assert stage.store.counted(choir.offering_id) == (1, 1, 1)


def test_one_withdrawal_may_move_the_same_family_up_twice(stage):
    basic, choir = stage.offer(cast.care(capacity=1)), stage.offer(cast.club(capacity=1))
    first_guardian, second_guardian = stage.family(), stage.family()
    first = stage.approve(stage.apply(first_guardian, care=(1,), club=choir.offering_id))
    second = stage.approve(stage.apply(second_guardian, care=(2,), club=choir.offering_id))
    stage.withdraw(first, first_guardian)
    assert {place.state for place in stage.read(second, stage.head).places} == {PlaceState.GIVEN}
    moved = {news.offering_id for news in stage.news_of(second) if isinstance(news, PlaceGiven)}
    assert moved == {basic.offering_id, choir.offering_id}


def test_an_undecided_application_can_be_taken_back(stage):
    stage.offer(cast.care())
    guardian = stage.family()
    withdrawn = stage.withdraw(stage.apply(guardian, care=(1,)), guardian)
    assert (withdrawn.state, withdrawn.actions) == (ApplicationState.WITHDRAWN, ())
    assert ("withdraw", withdrawn.pupil_id) in stage.store.audited()


def test_the_other_parent_may_take_it_back_too(stage):
    stage.offer(cast.care())
    application = stage.apply(stage.family(), care=(1,))
    other_parent = cast.guardian(stage.school_id, (application.pupil_id, stage.class_id))
    assert stage.withdraw(application, other_parent).state is ApplicationState.WITHDRAWN


@pytest.mark.parametrize("ended", ["rejected", "withdrawn"])
def test_what_has_ended_cannot_be_withdrawn_and_shows_what_stands(stage, ended):
    stage.offer(cast.care())
    guardian = stage.family()
    application = stage.apply(guardian, care=(1,))
    stage.reject(application) if ended == "rejected" else stage.withdraw(application, guardian)
    with pytest.raises(Conflict) as refused:
        stage.withdraw(application, guardian)
    assert refused.value.details["stands"]["state"] == ended


def test_nobody_else_can_take_it_back_not_even_the_head_teacher(stage):
    stage.offer(cast.care())
    application = stage.apply(stage.family(), care=(1,))
    for other in (stage.family(), stage.head):
        with pytest.raises(NotFound):
            stage.withdraw(application, other)


def test_an_application_goes_with_its_child_to_a_new_class(stage):
    choir = stage.offer(cast.club())
    application = stage.apply(stage.family(), club=choir.offering_id)
    new_class = new_id()
    stage.hear(PupilPlaced(pupil_id=application.pupil_id, class_id=new_class), sequence=2)
    stage.hear(PupilPlaced(pupil_id=application.pupil_id, class_id=stage.class_id), sequence=1)
    with pytest.raises(NotFound):
        stage.approve(application)
    decided = stage.approve(application, by=cast.head(stage.school_id, new_class))
    assert (decided.class_id, decided.state) == (new_class, ApplicationState.APPROVED)


def test_an_application_of_a_term_that_is_over_keeps_the_class_of_then(stage, monkeypatch):
    stage.offer(cast.care(), days=(clock.today(), clock.today() + timedelta(days=90)))
    application = stage.approve(stage.apply(stage.family(), care=(1,)))
    monkeypatch.setenv("QINGFU_CLOCK_OFFSET_SECONDS", str(clock.offset_seconds() + 400 * 86_400))
    stage.hear(PupilPlaced(pupil_id=application.pupil_id, class_id=new_id()), sequence=2)
    assert stage.read(application, stage.head).class_id == stage.class_id
