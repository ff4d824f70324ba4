"""Taking in a roll: what is news is announced, with its full state, and only that."""

from dataclasses import replace

import pytest

from contracts.actor import Grant, Role
from contracts.directory.calendar import CalendarPublished
from contracts.directory.school import ClassOpened, GuardianshipChanged, PupilPlaced, StaffGranted
from contracts.errors import WrongSignIn
from engines.schooldays import CalendarContradicts
from tests.store.directory.cast import PASSWORD


def test_a_new_district_announces_every_class_pupil_family_colleague_and_its_calendar(stage):
    news = stage.news()
    told = {kind: [e for e in news if isinstance(e, kind)] for kind in map(type, news)}
    assert {kind: len(events) for kind, events in told.items()} == {
        CalendarPublished: 1, ClassOpened: 3, StaffGranted: 2, PupilPlaced: 4, GuardianshipChanged: 4
    }
    placed = {e.pupil_id: (e.class_id, e.seat_number) for e in told[PupilPlaced]}
    assert placed[stage.child.pupil_id] == (stage.third.class_id, 1)
    granted = {e.person_id: e.grants for e in told[StaffGranted]}
    assert granted[stage.head.person_id] == stage.first.staff[0].grants


def test_the_same_roll_again_changes_nothing_and_announces_nothing(stage):
    before = stage.news()
    stage.take_in(stage.roll)
    assert stage.news() == before


def test_two_pupils_who_change_seats_are_the_only_news(stage):
    before = len(stage.news())
    child = replace(stage.child, seat_number=2)
    other = replace(stage.other, seat_number=1)
    stage.take_in(stage.with_first_school(pupils=(child, stage.sibling, other)))
    fresh = [e for e in stage.news() if isinstance(e, PupilPlaced)][-3:]
    assert {(e.pupil_id, e.seat_number) for e in fresh} >= {(child.pupil_id, 2), (other.pupil_id, 1)}
    assert len(stage.news()) == before + 2


def test_a_guardian_who_goes_and_one_who_comes_are_announced_as_the_whole_list(stage):
    child = replace(stage.child, guardian_ids=(stage.neighbour.person_id,))
    stage.take_in(stage.with_first_school(pupils=(child, stage.sibling, stage.other)))
    told = [e for e in stage.news() if isinstance(e, GuardianshipChanged) and e.pupil_id == child.pupil_id]
    assert [e.guardian_ids for e in told] == [(stage.parent.person_id,), (stage.neighbour.person_id,)]
    (now,) = stage.actors(stage.neighbour)
    assert now.child(child.pupil_id)


def test_a_role_given_up_is_announced_with_all_that_is_left(stage):
    colleague = stage.first.staff[0]
    left = replace(colleague, grants=(Grant(role=Role.PRINCIPAL),))
    stage.take_in(stage.with_first_school(staff=(left,)))
    told = [e for e in stage.news() if isinstance(e, StaffGranted) and e.grant_list_id == colleague.staff_id]
    assert [e.grants for e in told] == [colleague.grants, left.grants]
    (actor,) = stage.actors(stage.head)
    assert actor.roles() == {Role.PRINCIPAL}


def test_a_class_that_moves_up_a_grade_is_announced(stage):
    fifth = replace(stage.fifth, grade=6)
    stage.take_in(stage.with_first_school(classes=(fifth, stage.third)))
    told = [e.grade for e in stage.news() if isinstance(e, ClassOpened) and e.class_id == fifth.class_id]
    assert told == [5, 6]


def test_a_changed_calendar_is_announced_whole(stage):
    stage.take_in(replace(stage.roll, calendar=replace(stage.roll.calendar, marked=())))
    told = [e for e in stage.news() if isinstance(e, CalendarPublished)]
    assert [len(e.marked) for e in told] == [1, 0]


def test_a_calendar_that_says_two_things_about_a_day_leaves_no_trace(stage):
    before = stage.news()
    calendar = replace(stage.roll.calendar, marked=stage.roll.calendar.marked * 2)
    with pytest.raises(CalendarContradicts):
        stage.take_in(replace(stage.roll, calendar=calendar))
    assert stage.news() == before
    assert len(stage.calendar(stage.roll.district.district_id).marked) == 1


def test_an_account_that_stands_keeps_its_password(stage):
    stage.take_in(replace(stage.roll, password_hash="$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$bm90IGEgaGFzaA"))
    assert stage.sign_in(stage.parent, secret=PASSWORD)
    with pytest.raises(WrongSignIn):
        stage.sign_in(stage.parent, secret="not a hash")
