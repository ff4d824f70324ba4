"""Before anybody decides it an application goes from hand to hand: a colleague sees it first, or has it now (E4)."""

import pytest

from contracts.actor import Role
from contracts.directory.school import GuardianshipChanged
from contracts.enrolment.approval import ApprovalDue
from contracts.enrolment.handing import ApplicationHanded, Hand, How, ReadHands
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.part import ApplicationState
from contracts.errors import Conflict, InvalidRequest, NotFound
from plumbing.ids import new_id
from services.enrolment.application.handing import hand, read_hands
from tests.store.enrolment import cast

DELEGATE, RESOLVE, CLAIM, RELEASE, TRANSFER = How.DELEGATE, How.RESOLVE, How.CLAIM, How.RELEASE, How.TRANSFER


@pytest.fixture
def colleague(stage):
    return stage.employ(cast.head(stage.school_id, new_id()))


@pytest.fixture
def application(stage):
    stage.offer(cast.care())
    return stage.apply(stage.family(), care=(1,))


@pytest.fixture
def does(stage, application):
    """Return how somebody does something with the application."""

    def do(how, by, to=None, comment="请看一下过敏的说明"):
        ask = Hand(
            application_id=application.application_id, how=how, to=to.person_id if to else None, comment=comment
        )
        return stage.ask(hand, ask, by)

    return do


@pytest.fixture
def ways(stage, application):
    """Return what somebody may do with the application."""
    return lambda by: stage.ask(read_hands, ReadHands(application_id=application.application_id), by)


def told(stage, application):
    return [
        (news.how, news.person_ids) for news in stage.news_of(application) if isinstance(news, ApplicationHanded)
    ]


def test_a_colleague_sees_it_first_and_whoever_asked_decides(stage, application, colleague, does):
    with pytest.raises(NotFound):
        stage.read(application, colleague)
    does(DELEGATE, stage.head, colleague)
    assert stage.desk(colleague) == [application.application_id]
    assert stage.desk(stage.head) == []
    assert stage.read(application, colleague).parts[0].prepare
    with pytest.raises(Conflict, match="不由您办理"):
        stage.approve(application, by=colleague)
    does(RESOLVE, colleague, comment="已和家长核对")
    assert stage.desk(colleague) == []
    assert stage.approve(application).state is ApplicationState.APPROVED
    assert told(stage, application) == [(DELEGATE, (colleague.person_id,)), (RESOLVE, (stage.head.person_id,))]


def test_whoever_asked_a_colleague_can_take_it_back(stage, application, colleague, does, ways):
    does(DELEGATE, stage.head, colleague)
    assert ways(stage.head).ways == (CLAIM,)
    does(CLAIM, stage.head)
    assert stage.desk(colleague) == []
    assert stage.approve(application).state is ApplicationState.APPROVED


def test_what_is_handed_over_is_the_colleagues_to_decide(stage, application, colleague, does):
    does(TRANSFER, stage.head, colleague)
    with pytest.raises(Conflict, match="不由您办理"):
        stage.approve(application)
    assert stage.approve(application, by=colleague).state is ApplicationState.APPROVED
    assert told(stage, application) == [(TRANSFER, (colleague.person_id,))]


def test_of_several_who_could_one_takes_it_in_hand_and_may_let_it_go(stage, does, application, ways):
    second = stage.employ(cast.head(stage.school_id, stage.class_id))
    does(CLAIM, stage.head)
    assert stage.desk(second) == []
    with pytest.raises(Conflict):
        does(CLAIM, second)
    assert RELEASE in ways(stage.head).ways
    does(RELEASE, stage.head)
    assert stage.desk(second) == [application.application_id]


def test_where_each_signs_one_more_can_be_asked_and_let_off_again(stage, office):
    stage.offer(cast.care())
    stage.decide_by("head_teacher", version=2, completion="all")
    later = stage.apply(stage.family(), care=(1,))
    ask = {"application_id": later.application_id, "to": office.person_id, "comment": "请一起看"}
    stage.ask(hand, Hand(how=How.ADD_SIGNER, **ask), stage.head)
    assert stage.approve(later).state is ApplicationState.SUBMITTED, "one of two has signed"
    assert stage.approve(later, by=office).state is ApplicationState.APPROVED
    other = stage.apply(stage.family(), care=(1,))
    ask["application_id"] = other.application_id
    stage.ask(hand, Hand(how=How.ADD_SIGNER, **ask), stage.head)
    assert stage.ask(read_hands, ReadHands(application_id=other.application_id), stage.head).signers == (
        office.person_id,
    )
    stage.ask(hand, Hand(how=How.REMOVE_SIGNER, **ask), stage.head)
    assert stage.approve(other).state is ApplicationState.APPROVED


def test_a_family_reads_what_was_decided_and_not_what_colleagues_say_to_each_other(
    stage, application, colleague, does
):
    guardian = cast.guardian(stage.school_id, (application.pupil_id, stage.class_id))
    does(DELEGATE, stage.head, colleague)
    does(RESOLVE, colleague, comment="家里的情况我知道")
    stage.approve(application)
    by_head, by_family = (
        [said.what for stop in stage.read(application, who).parts[0].stops for said in stop.said]
        for who in (stage.head, guardian)
    )
    assert by_head == ["delegated", "resolved", "approved"]
    assert by_family == ["approved"]


def test_nobody_of_the_childs_family_gets_it_in_hand(stage, application, colleague, does, ways):
    stage.hear(GuardianshipChanged(pupil_id=application.pupil_id, guardian_ids=(colleague.person_id,)))
    assert colleague.person_id not in ways(stage.head).colleagues
    with pytest.raises(InvalidRequest):
        does(DELEGATE, stage.head, colleague)
    parent = cast.head(
        stage.school_id, stage.class_id, (application.pupil_id, stage.class_id), person_id=colleague.person_id
    )
    assert ways(parent).ways == ()
    with pytest.raises(Conflict, match="自己孩子"):
        does(CLAIM, parent)


def test_whoever_oversees_the_chain_moves_it_on_when_a_colleague_is_ill(stage, colleague):
    stage.hear(cast.chain(OfferingKind.BASIC_CARE, ("head_teacher",), 2, overseers=["after_school_office"]))
    stage.offer(cast.care())
    later = stage.apply(stage.family(), care=(1,))
    over = stage.employ(cast.staff(stage.school_id, Role.AFTER_SCHOOL_OFFICE))
    ask = Hand(application_id=later.application_id, how=TRANSFER, to=colleague.person_id, comment="班主任请病假")
    stage.ask(hand, ask, over)
    assert stage.approve(later, by=colleague).state is ApplicationState.APPROVED


@pytest.mark.parametrize(("how", "to", "comment", "field"), [
    (TRANSFER, None, "请办理", "to"), (TRANSFER, "colleague", "", "comment"), (DELEGATE, "stranger", "请看", "to"),
])
def test_what_is_missing_is_said_and_nothing_is_lost(stage, colleague, does, how, to, comment, field):
    who = {"colleague": colleague, "stranger": cast.head(stage.school_id, new_id()), None: None}[to]
    with pytest.raises(InvalidRequest) as refused:
        does(how, stage.head, who, comment)
    assert list(refused.value.details["fields"]) == [field]
    assert stage.desk(stage.head) != []


def test_whoever_has_it_to_see_first_is_reminded(stage, application, colleague, does):
    does(DELEGATE, stage.head, colleague)
    stage.remind(application, cast.guardian(stage.school_id, (application.pupil_id, stage.class_id)))
    reminder = stage.news_of(application)[-1]
    assert (type(reminder), reminder.person_ids) == (ApprovalDue, (colleague.person_id,))


def test_for_whom_it_is_not_there_it_cannot_go_anywhere(stage, application, colleague, does, ways):
    for ask in (lambda: ways(colleague), lambda: does(CLAIM, colleague)):
        with pytest.raises(NotFound):
            ask()
