"""While somebody is away, a colleague decides what would wait for them; it is on record for whom (E4)."""

from datetime import timedelta

import pytest

from contracts.actor import Grant, Role
from contracts.directory.school import GuardianshipChanged
from contracts.enrolment.part import ApplicationState
from contracts.enrolment.stand_in import AskToStandIn, EndStandIn, ReadStandIn
from contracts.errors import Conflict, InvalidRequest
from plumbing import clock
from plumbing.ids import new_id
from services.enrolment.application.standing_in import ask_to_stand_in, end_stand_in, read_stand_ins
from tests.store.enrolment import cast

TODAY, DAY = clock.today(), timedelta(days=1)


@pytest.fixture
def colleague(stage):
    return stage.employ(cast.head(stage.school_id, new_id()))


@pytest.fixture
def application(stage):
    stage.offer(cast.care())
    return stage.apply(stage.family(), care=(1,))


def away(stage, colleague, first=TODAY, last=TODAY + 3 * DAY):
    ask = AskToStandIn(stand_in_id=colleague.person_id, first=first, last=last)
    return stage.ask(ask_to_stand_in, ask, stage.head)


def test_a_colleague_finds_it_on_their_desk_decides_it_and_it_is_on_record_for_whom(stage, colleague, application):
    assert stage.desk(colleague) == []
    away(stage, colleague)
    assert stage.desk(colleague) == [application.application_id]
    assert stage.approve(application, by=colleague).state is ApplicationState.APPROVED
    [said] = stage.read(application, stage.head).parts[0].stops[0].said
    assert (said.actor, said.instead_of) == (colleague.person_id, stage.head.person_id)


@pytest.mark.parametrize(("first", "last"), [(DAY, 2 * DAY), (-2 * DAY, timedelta())])
def test_only_on_the_days_agreed(stage, colleague, application, first, last):
    away(stage, colleague, TODAY + first, TODAY + last)
    expected = [application.application_id] if first <= timedelta() <= last else []
    assert stage.desk(colleague) == expected


def test_whoever_stands_in_is_reminded_too(stage, colleague, application):
    away(stage, colleague)
    stage.remind(application, cast.guardian(stage.school_id, (application.pupil_id, stage.class_id)))
    told = stage.news_of(application)[-1]
    assert set(told.person_ids) == {stage.head.person_id, colleague.person_id}


def test_when_it_is_ended_it_is_over_at_once(stage, colleague, application):
    away(stage, colleague)
    stage.ask(end_stand_in, EndStandIn(), stage.head)
    assert stage.desk(colleague) == []
    assert stage.ask(read_stand_ins, ReadStandIn(), stage.head).own is None


def test_standing_in_is_no_way_to_decide_for_ones_own_child(stage, colleague, application):
    away(stage, colleague)
    stage.hear(GuardianshipChanged(pupil_id=application.pupil_id, guardian_ids=(colleague.person_id,)))
    assert stage.desk(colleague) == []
    parent = cast.head(
        stage.school_id, new_id(), (application.pupil_id, stage.class_id), person_id=colleague.person_id
    )
    with pytest.raises(Conflict):
        stage.approve(application, by=parent)


def test_both_see_what_is_agreed_and_who_could_be_asked(stage, colleague):
    agreed = away(stage, colleague)
    assert agreed.own.stand_in_id == colleague.person_id
    assert agreed.colleagues == (colleague.person_id,)
    [other] = stage.ask(read_stand_ins, ReadStandIn(), colleague).others
    assert other.person_id == stage.head.person_id


@pytest.mark.parametrize(("change", "field"), [
    ({"stand_in_id": new_id()}, "stand_in_id"), ({"last": TODAY - DAY}, "last"),
    ({"first": TODAY - 9 * DAY, "last": TODAY - 8 * DAY}, "last"),
])
def test_what_cannot_be_agreed_is_sent_back_with_what_would_do(stage, colleague, change, field):
    asked = {"stand_in_id": colleague.person_id, "first": TODAY, "last": TODAY + DAY} | change
    with pytest.raises(InvalidRequest) as refused:
        stage.ask(ask_to_stand_in, AskToStandIn(**asked), stage.head)
    assert list(refused.value.details["fields"]) == [field]


def test_nobody_stands_in_for_themselves_or_without_a_post_to_decide(stage, colleague):
    teacher = stage.employ(cast.staff(stage.school_id, Role.TEACHER, class_id=stage.class_id, subject="语文"))
    for wrong in (stage.head, teacher):
        with pytest.raises(InvalidRequest):
            away(stage, wrong)
    assert Grant(role=Role.HEAD_TEACHER, class_id=stage.class_id) in stage.head.grants
