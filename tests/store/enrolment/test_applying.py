"""A family applies for a child: for what is open to them, once a term (E3)."""

from datetime import date, time, timedelta

import pytest

from contracts.directory.calendar import CalendarPublished, Term
from contracts.directory.school import ClassOpened, PupilPlaced
from contracts.enrolment.application import ApplicationSubmitted, Apply
from contracts.enrolment.offering import ListOfferings
from contracts.enrolment.part import ApplicationState
from contracts.enrolment.place import PlaceState
from contracts.errors import Conflict, InvalidRequest, NotFound
from plumbing import clock
from plumbing.ids import new_id
from services.enrolment.application.submission import apply, read_offerings
from tests.store.enrolment import cast


def offerings_for(stage, guardian):
    return stage.ask(read_offerings, ListOfferings(pupil_id=guardian.children()[0].pupil_id), guardian)


def test_a_family_sees_what_is_open_to_the_childs_grade_basic_care_first(stage):
    chess = stage.offer(cast.club(title="象棋"))
    late = stage.offer(cast.care(title="延时看护", starts_at=time(17)))
    basic = stage.offer(cast.care())
    stage.offer(cast.club(title="一年级舞蹈"), grades=(1, 2))

    seen = offerings_for(stage, stage.family())

    assert seen.term == cast.TERM
    assert seen.offerings == (basic, late, chess)


def test_a_family_applies_for_some_days_of_care_and_a_club(stage):
    basic, choir = stage.offer(cast.care()), stage.offer(cast.club())
    guardian = stage.family()

    application = stage.apply(guardian, care=(5, 1), club=choir.offering_id)

    assert application.state is ApplicationState.SUBMITTED
    assert application.class_id == stage.class_id
    assert [(p.title, p.weekdays, p.state) for p in application.places] == [
        ("课后看护", (1, 5), PlaceState.ASKED), ("合唱", (3,), PlaceState.ASKED),
    ]
    assert application.actions == ("remind", "withdraw")
    assert stage.news_of(application) == [ApplicationSubmitted(
        application_id=application.application_id, pupil_id=application.pupil_id, class_id=stage.class_id,
        applicant_id=guardian.person_id, offering_ids=(basic.offering_id, choir.offering_id),
    )]
    assert stage.store.audited() == [("apply", application.pupil_id)]


def test_applying_takes_no_place_yet(stage):
    choir = stage.offer(cast.club(capacity=1))
    stage.apply(stage.family(), club=choir.offering_id)
    assert stage.store.counted(choir.offering_id) == (0, 0, 1)


def calendar_from(first):
    """Return a calendar whose only term begins on this day."""
    term = Term(name=cast.TERM, first=first, last=date(2100, 1, 15))
    return CalendarPublished(calendar_id=new_id(), terms=(term,), marked=())


@pytest.mark.parametrize("begins_in_district", [None, date(2099, 8, 3)], ids=["alone", "before its district's"])
def test_an_application_says_when_the_service_begins_by_the_schools_own_calendar(stage, begins_in_district):
    stage.hear(calendar_from(date(2099, 9, 1)))
    if begins_in_district:
        stage.hear(calendar_from(begins_in_district), of_school=False)
    choir = stage.offer(cast.club(weekdays=(3,)))
    application = stage.apply(stage.family(), club=choir.offering_id)
    assert stage.news_of(application)[0].first_day == date(2099, 9, 2), "the first Wednesday of the term"


def test_asking_for_nothing_is_sent_back_with_what_would_do(stage):
    stage.offer(cast.care())
    with pytest.raises(InvalidRequest) as refused:
        stage.apply(stage.family())
    assert refused.value.details["fields"] == {"care_weekdays": ["请至少选一天看护，或选一个社团。"]}


def test_a_day_without_care_is_sent_back_and_named(stage):
    stage.offer(cast.care(weekdays=(1, 2, 3)))
    with pytest.raises(InvalidRequest) as refused:
        stage.apply(stage.family(), care=(3, 4, 5))
    assert refused.value.details["fields"] == {"care_weekdays": ["周四、周五没有面向孩子年级的看护，请去掉后再提交。"]}


def test_a_club_of_another_grade_is_not_there(stage):
    dance = stage.offer(cast.club(), grades=(1, 2))
    with pytest.raises(NotFound):
        stage.apply(stage.family(), club=dance.offering_id)


def test_a_club_of_another_school_is_not_there(stage):
    with pytest.raises(NotFound):
        stage.apply(stage.family(), club=new_id())


def test_care_cannot_be_taken_as_a_club(stage):
    basic = stage.offer(cast.care())
    with pytest.raises(NotFound):
        stage.apply(stage.family(), club=basic.offering_id)


def test_another_familys_child_is_not_there(stage):
    choir, pupil_id, stranger = stage.offer(cast.club()), stage.family().children()[0].pupil_id, stage.family()
    with pytest.raises(NotFound):
        stage.ask(read_offerings, ListOfferings(pupil_id=pupil_id), stranger)
    with pytest.raises(NotFound):
        stage.ask(apply, Apply(pupil_id=pupil_id, club_ids=(choir.offering_id,)), stranger)


def test_a_child_whom_the_house_does_not_know_is_not_there_either(stage):
    stage.offer(cast.care())
    with pytest.raises(NotFound):
        stage.apply(cast.guardian(stage.school_id, (new_id(), stage.class_id)), care=(1,))


def test_a_child_who_has_left_can_be_asked_nothing_for(stage):
    stage.offer(cast.care())
    guardian = stage.family()
    stage.hear(PupilPlaced(pupil_id=guardian.children()[0].pupil_id), sequence=2)
    with pytest.raises(NotFound):
        stage.apply(guardian, care=(1,))


def test_a_child_has_one_open_application_a_term_and_the_second_shows_it(stage):
    stage.offer(cast.care())
    guardian = stage.family()
    first = stage.apply(guardian, care=(1,))

    with pytest.raises(Conflict) as refused:
        stage.apply(guardian, care=(2,))

    assert refused.value.details["stands"]["application_id"] == first.application_id
    assert "等待审批" in refused.value.said
    assert len(stage.store.news()) == 1


def test_after_a_rejection_or_a_withdrawal_a_family_may_apply_again(stage):
    stage.offer(cast.care())
    guardian = stage.family()
    stage.reject(stage.apply(guardian, care=(1,)))
    stage.withdraw(stage.apply(guardian, care=(2,)), guardian)
    assert stage.apply(guardian, care=(3,)).state is ApplicationState.SUBMITTED


def test_without_a_term_on_offer_there_is_nothing_to_apply_for(stage):
    guardian = stage.family()
    assert offerings_for(stage, guardian).offerings == ()
    with pytest.raises(NotFound) as refused:
        stage.apply(guardian, care=(1,))
    assert "留意学校的通知" in refused.value.said


def test_the_term_that_runs_is_on_offer_not_the_one_before_or_after(stage):
    def around(first, last):
        return clock.today() + timedelta(days=first), clock.today() + timedelta(days=last)

    stage.offer(cast.club(), term="上学期", days=around(-100, -1))
    following = stage.offer(cast.club(), term="下学期", days=around(1, 100))
    guardian = stage.family()
    assert offerings_for(stage, guardian).offerings == (following,), "between two terms the next one is on offer"
    running = stage.offer(cast.club(), term="本学期", days=around(-50, 0))
    assert offerings_for(stage, guardian).offerings == (running,), "to its last day"


def test_a_child_whose_class_becomes_known_after_the_child_can_apply_then(stage):
    stage.offer(cast.care())
    guardian = stage.family(class_id := new_id())
    with pytest.raises(NotFound):
        stage.apply(guardian, care=(1,))
    stage.hear(ClassOpened(class_id=class_id, grade=3, number=4))
    assert stage.apply(guardian, care=(1,)).class_id == class_id


def test_what_a_child_may_apply_for_follows_the_grade_of_their_class(stage):
    dance = stage.offer(cast.club(title="四年级舞蹈"), grades=(4,))
    guardian = stage.family()
    assert offerings_for(stage, guardian).offerings == ()
    stage.hear(ClassOpened(class_id=stage.class_id, grade=4, number=2), sequence=2)
    stage.hear(ClassOpened(class_id=stage.class_id, grade=3, number=2), sequence=1)
    assert offerings_for(stage, guardian).offerings == (dance,), "an older fact that comes late changes nothing"
