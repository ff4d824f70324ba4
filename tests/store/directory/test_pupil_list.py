"""Class, seat and name of some children: for the staff of their school, and on record each time."""

import pytest

from contracts.actor import Role
from contracts.directory.pupil_list import ReadPupilList
from plumbing.caller import Caller
from services.directory.application.pupil_list import read_pupil_list


@pytest.fixture
def head(stage):
    return stage.actors(stage.head)[0]


def listed(stage, actor, *pupils):
    ask = ReadPupilList(pupil_ids=tuple(one.pupil_id for one in pupils))
    return stage.store.change(read_pupil_list, ask, Caller(actor=actor, call="test", request_id="test")).pupils


def test_children_of_several_classes_come_by_class_and_seat(stage, head):
    found = listed(stage, head, stage.sibling, stage.other, stage.child)
    assert [(one.pupil_id, one.class_name, one.seat_number) for one in found] == [
        (stage.child.pupil_id, "三（2）班", 1), (stage.other.pupil_id, "三（2）班", 2),
        (stage.sibling.pupil_id, "五（1）班", stage.sibling.seat_number),
    ]
    assert found[0].name == stage.child.name


def test_another_schools_children_are_on_no_list(stage, head):
    assert [one.pupil_id for one in listed(stage, head, stage.elder, stage.child)] == [stage.child.pupil_id]


def test_a_list_is_a_look_at_every_child_on_it(stage, head):
    listed(stage, head, stage.child, stage.elder)
    parent = stage.actors(stage.parent)[0]
    (look,) = stage.readers(parent, stage.child).readings
    assert (look.roles, look.times) == ((Role.HEAD_TEACHER, Role.TEACHER), 1)
