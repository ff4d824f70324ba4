"""The class's head teacher decides, once, never for their own child; approval gives places or line numbers (E4)."""

import pytest

from contracts.enrolment.approval import ApplicationDecided, Decide, Decision
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.part import ApplicationState
from contracts.enrolment.place import PlaceGiven, PlaceState, PlaceWaiting
from contracts.errors import Conflict, InvalidRequest, NotFound
from plumbing.ids import new_id
from services.enrolment.application.decision import decide
from tests.store.enrolment import cast


def test_an_approved_family_has_the_places_it_asked_for(stage):
    basic, choir = stage.offer(cast.care()), stage.offer(cast.club())
    application = stage.apply(stage.family(), care=(1, 2), club=choir.offering_id)

    approved = stage.approve(application)

    assert (approved.state, approved.decided_by) == (ApplicationState.APPROVED, stage.head.person_id)
    assert [place.state for place in approved.places] == [PlaceState.GIVEN, PlaceState.GIVEN]
    assert stage.store.counted(basic.offering_id) == stage.store.counted(choir.offering_id) == (1, 1, 20)


def test_a_decision_and_each_place_are_announced_once(stage):
    choir = stage.offer(cast.club())
    application = stage.apply(stage.family(), club=choir.offering_id)
    stage.approve(application)
    told = {name: getattr(application, name) for name in ("application_id", "pupil_id", "class_id")}
    assert stage.news_of(application)[1:] == [
        ApplicationDecided(**told, decision=Decision.APPROVE, kinds=(OfferingKind.CLUB,)),
        PlaceGiven(**told, offering_id=choir.offering_id, kind=OfferingKind.CLUB),
    ]
    assert ("approve", application.pupil_id) in stage.store.audited()


def test_when_every_place_is_taken_a_family_waits_and_knows_its_number(stage):
    choir = stage.offer(cast.club(capacity=1))
    stage.approve(stage.apply(stage.family(), club=choir.offering_id))
    second, third = (stage.apply(stage.family(), club=choir.offering_id) for _ in range(2))

    stage.approve(third)
    stage.approve(second)

    assert stage.read(third, stage.head).places[0].line_position == 1, "the line is in the order of the decisions"
    assert stage.read(second, stage.head).places[0].line_position == 2
    assert stage.store.counted(choir.offering_id) == (1, 1, 1)
    assert isinstance(news := stage.news_of(second)[-1], PlaceWaiting) and news.line_position == 2


def test_a_full_club_does_not_cost_a_family_its_care(stage):
    stage.offer(cast.care())
    choir = stage.offer(cast.club(capacity=0))
    approved = stage.approve(stage.apply(stage.family(), care=(1,), club=choir.offering_id))
    assert [place.state for place in approved.places] == [PlaceState.GIVEN, PlaceState.WAITING]


def test_a_rejected_family_reads_why_and_holds_nothing(stage):
    stage.offer(cast.care())
    guardian = stage.family()
    application = stage.apply(guardian, care=(1,))

    stage.reject(application, "名额留给无人接送的孩子")

    seen = stage.read(application, guardian)
    assert (seen.state, seen.reason) == (ApplicationState.REJECTED, "名额留给无人接送的孩子")
    assert [place.state for place in seen.places] == [PlaceState.RELEASED]
    assert seen.actions == ()


def test_a_reason_never_leaves_the_house(stage):
    stage.offer(cast.care())
    application = stage.apply(stage.family(), care=(1,))
    stage.reject(application, "名额留给无人接送的孩子")
    assert not any("名额" in str(news.dump()) for news in stage.store.news())


def test_a_rejection_without_a_reason_is_sent_back(stage):
    stage.offer(cast.care())
    application = stage.apply(stage.family(), care=(1,))
    with pytest.raises(InvalidRequest) as refused:
        stage.reject(application, "")
    assert list(refused.value.details["fields"]) == ["reason"]
    assert stage.read(application, stage.head).state is ApplicationState.SUBMITTED


def test_a_second_decision_shows_what_stands(stage):
    stage.offer(cast.care())
    application = stage.apply(stage.family(), care=(1,))
    stage.approve(application)
    with pytest.raises(Conflict) as refused:
        stage.reject(application)
    assert refused.value.details["stands"]["state"] == "approved"
    assert stage.read(application, stage.head).state is ApplicationState.APPROVED


def test_what_was_withdrawn_cannot_be_approved_any_more(stage):
    stage.offer(cast.care())
    guardian = stage.family()
    application = stage.apply(guardian, care=(1,))
    stage.withdraw(application, guardian)
    with pytest.raises(Conflict) as refused:
        stage.approve(application)
    assert "已撤回" in refused.value.said


def test_another_classs_head_teacher_finds_nothing(stage):
    stage.offer(cast.care())
    application = stage.apply(stage.family(), care=(1,))
    with pytest.raises(NotFound):
        stage.approve(application, by=cast.head(stage.school_id, new_id()))


def test_an_application_that_is_not_there_is_not_found(stage):
    with pytest.raises(NotFound):
        stage.ask(decide, Decide(application_id=new_id(), decision=Decision.APPROVE), stage.head)


@pytest.mark.parametrize("applied_by", ["the head teacher", "the other parent"])
def test_nobody_decides_for_their_own_child(stage, applied_by):
    stage.offer(cast.care())
    other_parent = stage.family()
    child = other_parent.children()[0]
    parent = cast.head(stage.school_id, stage.class_id, (child.pupil_id, stage.class_id))
    application = stage.apply(parent if applied_by == "the head teacher" else other_parent, care=(1,))
    with pytest.raises(Conflict) as refused:
        stage.approve(application, by=parent)
    assert "自己孩子的申请由他人审批" in refused.value.said
    assert stage.approve(application).state is ApplicationState.APPROVED, "another head teacher of the class may"


def test_a_guardian_without_the_class_cannot_decide(stage):
    stage.offer(cast.care())
    guardian = stage.family()
    application = stage.apply(guardian, care=(1,))
    with pytest.raises(Conflict):
        stage.approve(application, by=guardian)
    assert stage.read(application, guardian).state is ApplicationState.SUBMITTED
