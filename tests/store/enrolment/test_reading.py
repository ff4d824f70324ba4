"""Guardians see their children's applications, head teachers their class's, and reading a child's is recorded."""

import pytest

from contracts.enrolment.application import ListApplications, ReadApplication
from contracts.enrolment.part import ApplicationState
from contracts.errors import NotFound
from plumbing.ids import new_id
from services.enrolment.application.reading import read, read_page
from tests.store.enrolment import cast


def page(stage, actor, **ask):
    return list(stage.ask(read_page, ListApplications(**ask), actor).applications)


def ids(applications):
    return [application.application_id for application in applications]


@pytest.fixture
def decided_and_not(stage):
    """Return six applications by their order of coming, of which the 1st and 4th are decided, the 2nd withdrawn."""
    stage.offer(cast.care())
    came = []
    for number in range(6):
        guardian = stage.family()
        came.append(stage.apply(guardian, care=(1,)))
        if number == 1:
            stage.withdraw(came[1], guardian)
    stage.approve(came[0])
    stage.reject(came[3])
    return came


def test_a_head_teacher_sees_what_waits_longest_first_then_the_newest(stage, decided_and_not):
    came = decided_and_not
    assert ids(page(stage, stage.head)) == ids([came[2], came[4], came[5], came[3], came[1], came[0]])


def test_a_head_teacher_may_see_only_what_waits_for_them(stage, decided_and_not):
    came = decided_and_not
    waiting = page(stage, stage.head, waiting_only=True)
    assert ids(waiting) == ids([came[2], came[4], came[5]])
    assert {application.actions for application in waiting} == {("decide", "hand")}


@pytest.mark.parametrize("waiting_only", [False, True])
def test_each_page_goes_on_where_the_last_one_ended(stage, decided_and_not, waiting_only):
    whole = ids(page(stage, stage.head, waiting_only=waiting_only))
    for seen, last in enumerate(whole, start=1):
        assert ids(page(stage, stage.head, waiting_only=waiting_only, before=last)) == whole[seen:]


def test_deciding_the_last_of_a_page_skips_nobody_who_waits(stage, decided_and_not):
    came = decided_and_not
    stage.approve(came[2])
    assert ids(page(stage, stage.head, waiting_only=True, before=came[2].application_id)) == ids([came[4], came[5]])


def test_a_page_holds_fifty(stage):
    stage.offer(cast.care())
    came = [stage.apply(stage.family(), care=(1,)) for _ in range(52)]
    first = page(stage, stage.head)
    assert ids(first) == ids(came[:50])
    assert ids(page(stage, stage.head, before=first[-1].application_id)) == ids(came[50:])


def test_a_guardian_sees_the_applications_of_all_their_children_and_of_nobody_else(stage):
    stage.offer(cast.care())
    first, second, _ = (stage.apply(stage.family(), care=(1,)) for _ in range(3))
    parent_of_both = cast.guardian(
        stage.school_id, (first.pupil_id, stage.class_id), (second.pupil_id, stage.class_id)
    )
    seen = page(stage, parent_of_both)
    assert ids(seen) == ids([first, second])
    assert {application.actions for application in seen} == {("remind", "withdraw")}


def test_a_head_teacher_who_is_a_parent_sees_both_and_may_not_decide_for_their_own(stage):
    stage.offer(cast.care())
    own, others = (stage.apply(stage.family(), care=(1,)) for _ in range(2))
    parent = cast.head(stage.school_id, stage.class_id, (own.pupil_id, stage.class_id))
    assert {a.application_id: a.actions for a in page(stage, parent)} == {
        own.application_id: ("remind", "withdraw"), others.application_id: ("decide", "hand"),
    }


def test_somebody_without_child_or_class_sees_nothing(stage, decided_and_not):
    assert page(stage, cast.guardian(stage.school_id)) == []


def test_one_application_is_there_for_its_family_and_its_head_teacher_only(stage):
    stage.offer(cast.care())
    guardian = stage.family()
    application = stage.apply(guardian, care=(1,))
    assert stage.glance(application, guardian) == application
    assert stage.read(application, stage.head).actions == ("decide", "hand")
    for stranger in (stage.family(), cast.head(stage.school_id, new_id())):
        with pytest.raises(NotFound):
            stage.read(application, stranger)


def test_an_application_that_is_not_there_looks_the_same(stage):
    with pytest.raises(NotFound):
        stage.ask(read, ReadApplication(application_id=new_id()), stage.head)


def test_a_guardian_who_no_longer_is_one_sees_nothing_of_what_they_once_applied_for(stage):
    stage.offer(cast.care())
    guardian = stage.family()
    application = stage.apply(guardian, care=(1,))
    with pytest.raises(NotFound):
        stage.read(application, cast.guardian(stage.school_id, person_id=guardian.person_id))


def test_a_head_teachers_reading_is_recorded_a_familys_own_is_not(stage):
    stage.offer(cast.care())
    guardian = stage.family()
    application = stage.apply(guardian, care=(1,))
    stage.read(application, guardian)
    stage.read(application, stage.head)
    page(stage, stage.head)
    assert stage.store.audited() == [
        ("apply", application.pupil_id), ("read", application.pupil_id), ("read_applications", None),
    ]
    assert stage.read(application, stage.head).state is ApplicationState.SUBMITTED
