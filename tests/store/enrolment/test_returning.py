"""What is sent back, changed and handed in again, and what a family asks for while it waits (E3, E4)."""


import pytest

from contracts.enrolment.approval import ApplicationReturned, Decision
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.part import ApplicationState
from contracts.enrolment.place import PlaceState
from contracts.errors import Conflict, InvalidRequest, NotFound
from tests.store.enrolment import cast

CARE, CLUB = OfferingKind.BASIC_CARE, OfferingKind.CLUB


def test_what_is_returned_the_family_changes_and_it_begins_again_at_the_first_step(stage, principal, asked):
    stage.decide_by("head_teacher", "principal", version=2)
    guardian, application = asked(club=None)
    stage.approve(application)
    returned = stage.say(application, Decision.RETURN, "周五没有老师", by=principal)
    assert (returned.state, returned.reason) == (ApplicationState.RETURNED, "周五没有老师")
    assert isinstance(stage.news_of(application)[-1], ApplicationReturned)
    assert stage.read(application, guardian).actions == ("change", "withdraw")
    assert stage.desk(stage.head) == stage.desk(principal) == []

    changed = stage.change(application, guardian, care=(4,))
    assert (changed.state, changed.places[0].weekdays) == (ApplicationState.SUBMITTED, (4,))
    assert changed.parts[0].step == "head_teacher 审核"
    stage.approve(application)
    assert stage.approve(application, by=principal).places[0].state is PlaceState.GIVEN
    [back] = stage.read(application, guardian).parts[0].backs
    assert (back.from_stop, back.to, back.said.comment) == ("principal", None, "周五没有老师")


def test_what_is_returned_to_an_earlier_step_is_decided_there_again_and_the_family_need_not_do_anything(
    stage, principal, asked
):
    stage.decide_by("head_teacher", "principal", version=2)
    guardian, application = asked(club=None)
    stage.approve(application)
    back = stage.say(application, Decision.RETURN, "请核实接送人", by=principal, to="head_teacher")
    assert (back.state, back.parts[0].step) == (ApplicationState.SUBMITTED, "head_teacher 审核")
    assert stage.desk(stage.head) == [application.application_id]
    assert "change" not in stage.read(application, guardian).actions
    assert len(stage.news_of(application)) == 1, "that is between them"
    stage.approve(application)
    assert stage.approve(application, by=principal).places[0].state is PlaceState.GIVEN


@pytest.mark.parametrize("to", ["head_teacher", "somewhere"])
def test_nothing_is_returned_to_a_step_that_it_has_not_come_through(stage, asked, to):
    _, application = asked(club=None)
    with pytest.raises(InvalidRequest) as refused:
        stage.say(application, Decision.RETURN, "请再看", to=to)
    assert refused.value.details["fields"] == {"to": ["只能退回到已经走过的一步，或者退回家长。"]}


def test_a_family_reminds_those_who_have_it_once_a_day(stage, asked):
    guardian, application = asked(club=None)
    assert "remind" in stage.read(application, guardian).actions
    stage.remind(application, guardian)
    told = stage.news_of(application)[-1]
    assert (told.overdue, told.person_ids) == (False, (stage.head.person_id,))
    with pytest.raises(Conflict, match="今天已经催过了"):
        stage.remind(application, guardian)
    stage.approve(application)
    with pytest.raises(Conflict, match="没有人要催"):
        stage.remind(application, guardian)


def test_what_has_come_to_another_step_can_be_reminded_of_on_the_same_day(stage, office, asked):
    stage.decide_by("head_teacher", "after_school_office", version=2, kinds=[CLUB])
    guardian, application = asked()
    stage.remind(application, guardian)
    stage.approve(application, kinds=(CLUB,))
    stage.remind(application, guardian)
    told = stage.news_of(application)[-1]
    assert (told.kind, told.person_ids) == (CLUB, (office.person_id,)), "care was reminded of this morning"


def test_nobody_else_reminds(stage, office, asked):
    _, application = asked(club=None)
    for other in (stage.family(), stage.head, office):
        with pytest.raises(NotFound):
            stage.remind(application, other)


def test_only_what_was_returned_is_changed_and_the_rest_stays(stage, asked):
    guardian, application = asked()
    stage.say(application, Decision.RETURN, "换一个社团", kinds=(CLUB,))
    chess = stage.offer(cast.club(title="象棋"))
    for wrong in ({"care": (3,), "club": chess.offering_id}, {"care": (3,)}):
        with pytest.raises(InvalidRequest) as refused:
            stage.change(application, guardian, **wrong)
        assert refused.value.details["fields"]["care_weekdays"] == ["课后看护没有退回，不用改，请留空。"]
    changed = stage.change(application, guardian, club=chess.offering_id)
    assert [(place.title, place.weekdays) for place in changed.places] == [("课后看护", (1, 2)), ("象棋", (3,))]


def test_what_was_returned_is_asked_for_again_or_the_whole_is_withdrawn(stage, asked):
    guardian, application = asked()
    stage.say(application, Decision.RETURN, "请再想一想")
    with pytest.raises(InvalidRequest) as refused:
        stage.change(application, guardian, care=(1,))
    assert "请撤回申请" in refused.value.details["fields"]["club_ids"][0]
    assert stage.withdraw(application, guardian).state is ApplicationState.WITHDRAWN


def test_nothing_is_changed_that_was_not_returned(stage, asked):
    guardian, application = asked()
    with pytest.raises(Conflict, match="没有需要修改的"):
        stage.change(application, guardian, care=(3,))


def test_nobody_else_changes_what_was_returned(stage, asked):
    _, application = asked()
    stage.say(application, Decision.RETURN, "请再想一想")
    for other in (stage.family(), stage.head):
        with pytest.raises(NotFound):
            stage.change(application, other, care=(1,))


def test_the_other_parent_may_change_it_too(stage, asked):
    _, application = asked(club=None)
    stage.say(application, Decision.RETURN, "请再想一想")
    father = cast.guardian(stage.school_id, (application.pupil_id, stage.class_id))
    assert stage.change(application, father, care=(5,)).places[0].weekdays == (5,)


@pytest.mark.parametrize(("decision", "words"), [(Decision.RETURN, "退回"), (Decision.REJECT, "不同意")])
def test_the_family_reads_why_it_was_returned_or_rejected(stage, asked, decision, words):
    _, application = asked()
    with pytest.raises(InvalidRequest) as refused:
        stage.say(application, decision)
    assert refused.value.details["fields"] == {"reason": [f"请填写{words}的理由，家长会看到。"]}
