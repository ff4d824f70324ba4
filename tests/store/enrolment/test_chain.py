"""An application goes the way of its school's chain, care and clubs each on their own (E4)."""

from datetime import timedelta

import pytest

from contracts.actor import Role
from contracts.directory.calendar import CalendarPublished, Mark, MarkedDay, Term
from contracts.directory.school import ClassOpened, GuardianshipChanged, PupilPlaced, StaffGranted
from contracts.enrolment.application import ApplicationWithdrawn
from contracts.enrolment.approval import ApplicationDecided, ApprovalDue, Decision
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.part import ApplicationState
from contracts.enrolment.place import PlaceState
from contracts.errors import Conflict, NotFound
from plumbing import clock
from plumbing.ids import new_id
from services.enrolment.application.beginning import begin_all_left_over
from services.enrolment.application.due import ring_due
from tests.store.enrolment import cast

CARE, CLUB = OfferingKind.BASIC_CARE, OfferingKind.CLUB


def states(application):
    return {part.kind: part.state for part in application.parts}


def test_a_place_is_given_after_the_last_decision_and_not_before(stage, principal, asked):
    stage.decide_by("head_teacher", "principal", version=2)
    _, application = asked(care=())
    halfway = stage.approve(application)
    assert (halfway.state, halfway.places[0].state) == (ApplicationState.SUBMITTED, PlaceState.ASKED)
    assert halfway.parts[0].step == "principal 审核"
    assert len(stage.news_of(application)) == 1, "no word to the family before the last one is said"
    done = stage.approve(application, by=principal)
    assert (done.state, done.places[0].state) == (ApplicationState.APPROVED, PlaceState.GIVEN)
    assert done.decided_by == principal.person_id


def test_nobody_decides_before_their_turn_or_after_it(stage, principal, asked):
    stage.decide_by("head_teacher", "principal", version=2)
    _, application = asked()
    with pytest.raises(Conflict, match="head_teacher 审核"):
        stage.approve(application, by=principal)
    stage.approve(application)
    with pytest.raises(Conflict, match="principal 审核"):
        stage.approve(application)


def test_it_lies_on_the_desk_of_whoever_is_to_decide_and_on_no_other(stage, principal, office, asked):
    stage.decide_by("head_teacher", "principal", version=2)
    _, first = asked()
    second = stage.apply(stage.family(), care=(1,))
    assert stage.desk(stage.head) == [first.application_id, second.application_id]
    assert stage.desk(principal) == stage.desk(office) == []
    stage.approve(second)
    stage.approve(first)
    assert stage.desk(stage.head) == []
    assert stage.desk(principal) == [second.application_id, first.application_id], "the longest there comes first"
    assert stage.desk(principal, before=second.application_id)[-1:] == [first.application_id]


def test_care_is_decided_while_a_club_is_still_on_its_way(stage, office, asked):
    stage.decide_by("head_teacher", "after_school_office", version=2, kinds=[CLUB])
    _, application = asked()
    both = stage.approve(application)
    assert states(both) == {CARE: ApplicationState.APPROVED, CLUB: ApplicationState.SUBMITTED}
    assert [place.state for place in both.places] == [PlaceState.GIVEN, PlaceState.ASKED]
    assert both.state is ApplicationState.SUBMITTED, "undecided, while any part of it is"
    rejected = stage.reject(application, by=office)
    assert states(rejected) == {CARE: ApplicationState.APPROVED, CLUB: ApplicationState.REJECTED}
    assert [place.state for place in rejected.places] == [PlaceState.GIVEN, PlaceState.RELEASED]
    assert rejected.state is ApplicationState.APPROVED
    told = [(news.decision, news.kinds) for news in stage.news_of(application) if isinstance(news, ApplicationDecided)]
    assert told == [(Decision.APPROVE, (CARE,)), (Decision.REJECT, (CLUB,))]


def test_one_kind_of_service_can_be_decided_without_the_other(stage, asked):
    _, application = asked()
    seen = stage.reject(application, kinds=(CLUB,))
    assert states(seen) == {CARE: ApplicationState.SUBMITTED, CLUB: ApplicationState.REJECTED}
    assert states(stage.approve(application))[CARE] is ApplicationState.APPROVED


def test_its_way_says_who_did_what_at_which_step_and_what_is_ahead(stage, principal, asked):
    stage.decide_by("head_teacher", "principal", version=2)
    guardian, application = asked(club=None)
    stage.approve(application)
    done, now = stage.read(application, guardian).parts[0].stops
    assert (done.standing, now.standing) == ("done", "now")
    assert [(said.what, said.actor) for said in done.said] == [("approved", stage.head.person_id)]
    assert now.groups == ("principal",)


def test_an_application_keeps_the_chain_it_began_with(stage, principal, asked):
    _, before = asked(club=None)
    stage.decide_by("head_teacher", "principal", version=2)
    after = stage.apply(stage.family(), care=(1,))
    assert stage.approve(before).state is ApplicationState.APPROVED
    assert stage.approve(after).state is ApplicationState.SUBMITTED


def test_without_a_chain_nobody_can_apply_yet(school_without_chain):
    school_without_chain.offer(cast.care())
    guardian = school_without_chain.family()
    with pytest.raises(Conflict, match="还没有公布课后看护的审批流程"):
        school_without_chain.apply(guardian, care=(1,))
    assert school_without_chain.store.news() == []


def test_its_head_teacher_is_whoever_leads_the_class_the_child_is_in_now(stage, asked):
    _, application = asked()
    new_class = new_id()
    stage.hear(ClassOpened(class_id=new_class, grade=3, number=5))
    new_head = stage.employ(cast.head(stage.school_id, new_class))
    stage.hear(PupilPlaced(pupil_id=application.pupil_id, class_id=new_class), sequence=2)
    assert stage.desk(stage.head) == []
    assert stage.desk(new_head) == [application.application_id]
    assert stage.approve(application, by=new_head).state is ApplicationState.APPROVED


def test_when_the_child_has_left_it_is_over_and_its_places_go_to_the_next(stage, asked):
    _, application = asked()
    stage.approve(application)
    choir = application.places[1].offering_id
    waiting = stage.approve(stage.apply(stage.family(), club=choir))
    stage.hear(PupilPlaced(pupil_id=application.pupil_id), sequence=2)
    assert stage.read(waiting, stage.head).places[0].state is PlaceState.GIVEN
    over = stage.read(application, stage.head)
    assert (over.state, over.actions) == (ApplicationState.CLOSED, ())
    assert isinstance(stage.news_of(application)[-1], ApplicationWithdrawn)


def test_a_child_who_has_left_while_undecided_is_decided_by_nobody(stage, asked):
    _, application = asked()
    stage.hear(PupilPlaced(pupil_id=application.pupil_id), sequence=2)
    assert stage.desk(stage.head) == []
    with pytest.raises(Conflict, match="已结束"):
        stage.approve(application)


def test_who_holds_a_post_no_longer_decides_no_longer(stage, asked):
    _, application = asked()
    former = cast.guardian(stage.school_id, person_id=stage.head.person_id)
    with pytest.raises(NotFound):
        stage.approve(application, by=former)


def test_whose_guardians_become_known_late_decide_nothing_of_their_own_child(stage, principal, asked):
    stage.decide_by("principal", version=2)
    _, application = asked()
    stage.hear(GuardianshipChanged(pupil_id=application.pupil_id, guardian_ids=(principal.person_id,)))
    assert stage.desk(principal) == []


def test_a_step_that_nobody_can_take_waits_until_somebody_can(stage, asked):
    stage.decide_by("grade_lead", version=2)
    _, application = asked()
    lead = cast.staff(stage.school_id, Role.GRADE_LEAD, grade=3)
    stage.hear(StaffGranted(grant_list_id=new_id(), person_id=lead.person_id, grants=lead.grants))
    assert stage.desk(lead) == [application.application_id]
    assert stage.approve(application, by=lead).state is ApplicationState.APPROVED


def week_off_from_tomorrow():
    """Return a calendar with school from Monday to Friday, but for the seven days from tomorrow on."""
    today, day = clock.today(), timedelta(days=1)
    off = tuple(MarkedDay(on=today + n * day, mark=Mark.HOLIDAY, name="放假") for n in range(1, 8))
    term = Term(name=cast.TERM, first=today - 30 * day, last=today + 90 * day)
    return CalendarPublished(calendar_id=new_id(), terms=(term,), marked=off)


def test_what_lies_is_reminded_of_and_goes_to_the_superiors_on_its_school_day(stage, office, asked, monkeypatch):
    stage.hear(week_off_from_tomorrow())
    stage.decide_by(
        "head_teacher", version=2, due_days=5, remind_days=1, overdue="reassign", superiors=["after_school_office"]
    )
    guardian, application = asked(club=None)

    def told_after(days):
        monkeypatch.setenv("QINGFU_CLOCK_OFFSET_SECONDS", str(clock.offset_seconds() + days * 86_400))
        stage.tick(ring_due)
        monkeypatch.undo()
        return [said.what for said in stage.read(application, guardian).parts[0].stops[0].said]

    assert told_after(7) == [], "nobody is reminded in the holidays"
    assert told_after(11) == told_after(12) == ["reminded"], "once"
    assert told_after(25) == ["reminded", "overdue", "reassigned"]
    assert (stage.desk(stage.head), stage.desk(office)) == ([], [application.application_id])
    told = [(news.overdue, news.person_ids) for news in stage.news_of(application) if isinstance(news, ApprovalDue)]
    assert told == [(False, (stage.head.person_id,)), (True, (office.person_id,))]


def test_what_was_asked_for_before_there_was_a_chain_sets_out_on_the_first(school_without_chain):
    stage = school_without_chain
    stage.offer(cast.care())
    guardian = stage.family()
    application = stage.from_before(guardian, care=(1, 2))
    assert stage.read(application, stage.head).parts[0].step is None
    stage.decide_by("head_teacher")
    assert stage.desk(stage.head) == [application.application_id]
    assert stage.approve(application).places[0].state is PlaceState.GIVEN


def test_what_was_left_over_gets_its_case_from_the_worker_once(stage):
    stage.offer(cast.care())
    application = stage.from_before(stage.family(), care=(1,))
    assert stage.desk(stage.head) == []
    for _ in range(2):
        stage.tick(begin_all_left_over)
    assert stage.desk(stage.head) == [application.application_id]
    assert len(stage.read(application, stage.head).parts[0].stops) == 1


def test_a_chain_that_asks_nobody_approves_at_once(stage):
    stage.decide_by("head_teacher", version=2, skip_if=[
        {"fact": "applied_by", "comparison": "is", "value": "guardian"},
    ])
    stage.offer(cast.care())
    assert stage.apply(stage.family(), care=(1,)).places[0].state is PlaceState.GIVEN
    application = stage.from_before(stage.family(), care=(1,))
    stage.tick(begin_all_left_over)
    assert stage.read(application, stage.head).state is ApplicationState.APPROVED
