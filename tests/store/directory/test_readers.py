"""Who read this child: a family learns in which roles, the office learns who; nobody else learns anything."""

from datetime import timedelta

import pytest

from contracts.actor import Grant, Role
from contracts.errors import NotFound
from plumbing import clock

DAY = 86_400


@pytest.fixture
def head(stage):
    return stage.actors(stage.head)[0]


@pytest.fixture
def parent(stage):
    return stage.actors(stage.parent)[0]


@pytest.fixture
def office(stage, head):
    """Return the principal of the second school, as if of the first."""
    (principal,) = stage.actors(stage.principal)
    return type(principal)(
        person_id=principal.person_id, district_id=principal.district_id, school_id=stage.first.school_id,
        grants=(Grant(role=Role.ACADEMIC_OFFICE),),
    )


def told(readers):
    return [(one.roles, one.own, one.times, one.person_id) for one in readers.readings]


def test_a_guardian_learns_which_roles_have_read_their_child_and_not_who(stage, head, parent):
    stage.names(head, pupils=[stage.child])
    stage.names(head, pupils=[stage.child, stage.other])
    roles = (Role.HEAD_TEACHER, Role.TEACHER)
    assert told(stage.readers(parent, stage.child)) == [(roles, False, 2, None)]


def test_the_office_learns_who_it_was(stage, head, office):
    stage.names(head, pupils=[stage.child])
    ((_, _, times, person_id),) = told(stage.readers(office, stage.child))
    assert (times, person_id) == (1, stage.head.person_id)


def test_a_look_at_the_record_is_on_record_itself(stage, parent):
    stage.readers(parent, stage.child)
    assert told(stage.readers(parent, stage.child)) == [((Role.GUARDIAN,), True, 1, None)]


def test_a_class_list_is_a_look_at_every_child_in_it(stage, head, parent):
    seen = stage.class_list(head, stage.third)
    assert [(p.name, p.seat_number) for p in seen.pupils] == [("孩子", 1), ("邻居", 2)]
    assert seen.name == "三（2）班"
    assert told(stage.readers(parent, stage.child)) == [((Role.HEAD_TEACHER, Role.TEACHER), False, 1, None)]


def test_nobody_learns_who_read_somebody_elses_child(stage, head, parent):
    for actor, child in ((parent, stage.other), (parent, stage.elder), (head, stage.child)):
        with pytest.raises(NotFound):
            stage.readers(actor, child)


def test_the_office_learns_nothing_of_another_school(stage, office):
    with pytest.raises(NotFound):
        stage.readers(office, stage.elder)


def test_a_class_list_is_for_its_head_teacher_and_the_office_of_its_school(stage, head, office):
    assert stage.class_list(office, stage.fifth).pupils
    for actor, of_class in ((head, stage.fifth), (office, stage.seventh)):
        with pytest.raises(NotFound):
            stage.class_list(actor, of_class)


def test_thirty_days_are_shown_and_the_thirty_before_are_asked_for_by_their_last(stage, head, office, later):
    stage.names(head, pupils=[stage.child])
    today = clock.today()
    later(30 * DAY)
    shown = stage.readers(office, stage.child)
    assert (shown.first, shown.last) == (today + timedelta(days=1), today + timedelta(days=30))
    assert shown.readings == ()
    before = stage.readers(office, stage.child, until=shown.first - timedelta(days=1)).readings
    assert [(one.on, one.person_id) for one in before if not one.own] == [(today, stage.head.person_id)]
