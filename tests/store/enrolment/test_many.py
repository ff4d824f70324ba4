"""An office approves many applications at once, and looks at the odd ones by itself (E4)."""

from contracts.actor import Role
from contracts.enrolment.approval import ApplicationDecided
from contracts.enrolment.place import PlaceState
from plumbing.ids import new_id
from tests.store.enrolment import cast


def applied(stage, count, **wanted):
    return [stage.apply(stage.family(), **wanted) for _ in range(count)]


def test_all_that_wait_are_approved_at_once_and_each_is_told(stage):
    choir = stage.offer(cast.club(capacity=2))
    applications = applied(stage, 3, club=choir.offering_id)
    done = stage.approve_many(applications)
    assert (set(done.approved), done.left) == ({one.application_id for one in applications}, ())
    held = [stage.read(one, stage.head).places[0].state for one in applications]
    assert sorted(held) == [PlaceState.GIVEN, PlaceState.GIVEN, PlaceState.WAITING]
    assert stage.store.counted(choir.offering_id) == (2, 2, 2)
    assert sum(isinstance(news, ApplicationDecided) for news in stage.store.news()) == 3
    assert stage.desk(stage.head) == []


def test_what_cannot_be_approved_is_left_as_it_is_and_says_why(stage):
    stage.offer(cast.care())
    fine, withdrawn = applied(stage, 2, care=(1,))
    mother = stage.family()
    own = stage.apply(mother, care=(1,))
    stage.withdraw(withdrawn, cast.guardian(stage.school_id, (withdrawn.pupil_id, stage.class_id)))
    parent = cast.head(stage.school_id, stage.class_id, (own.pupil_id, stage.class_id))
    done = stage.approve_many([fine, withdrawn, own], by=parent)
    assert done.approved == (fine.application_id,)
    words = {one.application_id: one.words for one in done.left}
    assert "已撤回" in words[withdrawn.application_id]
    assert "自己孩子的申请由他人审批" in words[own.application_id]
    assert stage.read(own, mother).places[0].state is PlaceState.ASKED


def test_another_classs_application_is_left_in_the_words_of_one_that_is_not_there(stage):
    stage.offer(cast.care())
    [other] = applied(stage, 1, care=(1,))
    stranger = stage.employ(cast.head(stage.school_id, new_id()))
    done = stage.approve_many([other], by=stranger)
    nothing = stage.approve_many([type(other)(**{**vars(other), "application_id": new_id()})], by=stranger)
    assert (done.approved, done.left[0].words) == ((), nothing.left[0].words)


def test_named_twice_it_is_approved_once(stage):
    stage.offer(cast.care())
    [one] = applied(stage, 1, care=(1,))
    assert stage.approve_many([one, one]).approved == (one.application_id,)


def test_where_another_step_follows_the_next_office_finds_them_all(stage):
    office = stage.employ(cast.staff(stage.school_id, Role.AFTER_SCHOOL_OFFICE))
    stage.decide_by("head_teacher", "after_school_office", version=2)
    stage.offer(cast.care())
    applications = applied(stage, 3, care=(1, 2))
    stage.approve_many(applications)
    assert set(stage.desk(office)) == {one.application_id for one in applications}
    assert len(stage.approve_many(applications, by=office).approved) == 3
