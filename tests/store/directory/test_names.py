"""Names: each sees those they may, and what they may not looks as if it were not there."""

from dataclasses import replace

import pytest

from contracts.actor import Role
from contracts.errors import InvalidRequest
from plumbing.ids import new_id
from services.directory.application.rolls.roll import RollOfficer


def everyone(stage, actor):
    """Return what the actor learns when asking for everybody in the district."""
    roll = stage.roll
    return stage.names(
        actor, people=roll.people, pupils=[p for s in roll.schools for p in s.pupils],
        classes=[c for s in roll.schools for c in s.classes],
    )


def test_a_teacher_sees_the_pupils_families_and_colleagues_of_the_own_school(stage):
    (head,) = stage.actors(stage.head)
    seen = everyone(stage, head)
    assert set(seen.pupils) == {p.pupil_id for p in stage.first.pupils}
    assert set(seen.people) == {p.person_id for p in (stage.head, stage.parent, stage.neighbour)}
    assert seen.classes == {stage.third.class_id: "三（2）班", stage.fifth.class_id: "五（1）班"}


def test_a_guardian_sees_the_own_children_the_staff_and_themselves(stage):
    first, second = stage.actors(stage.parent)
    seen = everyone(stage, first)
    assert set(seen.pupils) == {stage.child.pupil_id, stage.sibling.pupil_id}
    assert set(seen.people) == {stage.head.person_id, stage.parent.person_id}
    assert set(everyone(stage, second).pupils) == {stage.elder.pupil_id}


def test_the_districts_office_sees_no_child_no_family_and_no_class(stage):
    (officer,) = stage.actors(stage.officer)
    seen = everyone(stage, officer)
    assert (seen.pupils, seen.classes) == ({}, {})
    assert set(seen.people) == {stage.officer.person_id}


def test_the_districts_officers_know_each_other_by_name_and_no_school_asks_for_theirs(stage):
    colleague = stage._person("colleague")
    officers = (*stage.roll.officers, RollOfficer(person_id=colleague.person_id, role=Role.DISTRICT_OFFICE))
    stage.take_in(replace(stage.roll, officers=officers, people=(*stage.roll.people, colleague)))
    (officer,), (head,) = stage.actors(stage.officer), stage.actors(stage.head)
    assert stage.names(officer, people=[colleague]).people == {colleague.person_id: colleague.name}
    assert stage.names(head, people=[colleague]).people == {}


def test_the_schools_of_the_district_are_known_by_name_and_those_abroad_are_not(stage):
    (officer,) = stage.actors(stage.officer)
    assert stage.names(officer, schools=stage.roll.schools).schools == {
        school.school_id: school.name for school in stage.roll.schools
    }
    abroad = replace(officer, district_id=new_id())
    assert stage.names(abroad, schools=stage.roll.schools).schools == {}


def test_rare_characters_come_back_as_they_went_in(stage):
    (head,) = stage.actors(stage.head)
    assert stage.names(head, people=[stage.head]).people == {stage.head.person_id: "head·𬍤"}


def test_what_is_not_there_is_absent_like_what_may_not_be_seen(stage):
    (head,) = stage.actors(stage.head)
    nobody = replace(stage.child, pupil_id=new_id())
    assert stage.names(head, pupils=[nobody, stage.elder]).pupils == {}


def test_who_read_which_childs_name_is_on_record(stage):
    (head,) = stage.actors(stage.head)
    before = stage.store.audited(stage.first.school_id)
    stage.names(head, pupils=[stage.child, stage.other, stage.elder])
    read = [row for row in stage.store.audited(stage.first.school_id) if row not in before]
    assert read == sorted((stage.head.person_id, "read_names", p.pupil_id) for p in (stage.child, stage.other))


def test_reading_no_childs_name_leaves_no_record(stage):
    (head,) = stage.actors(stage.head)
    stage.names(head, people=[stage.parent], classes=[stage.third])
    assert stage.store.audited(stage.first.school_id) == []


def test_more_names_than_a_page_has_are_refused(stage):
    (head,) = stage.actors(stage.head)
    with pytest.raises(InvalidRequest) as refused:
        stage.names(head, pupils=[replace(stage.child, pupil_id=new_id()) for _ in range(501)])
    assert refused.value.details["fields"] == {"pupil_ids": ["一次最多 500 个。"]}
