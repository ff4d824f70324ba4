"""Cases go over to a new version of their chain by a map of its steps, and nothing said in them is lost by chance."""

from dataclasses import replace

import pytest

from engines.approval import Approve, Claim, Definition, Move, Refused, Return, State, What
from tests.unit.engines.chain import BY_ALL, CLASS, CLASS_TEACHER, DEPUTY, HEAD, OFFICE, PRINCIPAL, SCHOOL, Way

NAMES = {"class": "class", "school": "school", "principal": "principal"}


def move(way, *steps, **becomes):
    new = Definition(key="care", version=2, steps=steps, overseers=("academic_office",))
    return Move(old=way.definition, new=new, becomes={**NAMES, **becomes})


def carried(way, change):
    way.case, told = change.carry(way.case, OFFICE, way.now, way.world)
    way.definition, way.history = change.new, [*way.history, *told]
    return way


def test_a_case_goes_on_where_the_same_people_are_asked_and_what_was_claimed_stays_claimed():
    way = Way().done_by(CLASS_TEACHER, Approve).done_by(OFFICE, Claim)
    before = way.case.tasks
    carried(way, move(way, CLASS, replace(SCHOOL, key="office", name="教导处复审"), HEAD, school="office"))
    assert (way.at, way.case.version, way.case.tasks) == ("office", 2, before)
    assert way.told[-1] == "migrated"
    assert way.history[-1].to == "2"
    assert way.done_by(OFFICE, Approve).done_by(PRINCIPAL, Approve).state is State.APPROVED


def test_where_others_are_asked_the_step_begins_anew_with_new_tasks():
    way = Way().done_by(CLASS_TEACHER, Approve).done_by(OFFICE, Claim)
    carried(way, move(way, CLASS, replace(SCHOOL, completion=BY_ALL), HEAD))
    assert way.told[-2:] == ["migrated", "step_begun"]
    assert sorted(task.assignee for task in way.case.tasks) == sorted([OFFICE, DEPUTY])
    assert {task.number for task in way.case.tasks}.isdisjoint({1, 2})


def test_signatures_given_stay_given_where_the_step_is_the_same():
    all_sign = replace(SCHOOL, completion=BY_ALL)
    way = Way(all_sign, HEAD).done_by(OFFICE, Approve)
    carried(way, Move(
        old=way.definition, new=Definition(key="care", version=2, steps=(CLASS, all_sign, HEAD)),
        becomes={"school": "school", "principal": "principal"},
    ))
    assert way.done_by(DEPUTY, Approve).at == "principal"


def test_a_step_that_the_new_version_spares_the_case_is_passed_over():
    way = Way(clubs=0).done_by(CLASS_TEACHER, Approve)
    carried(way, move(way, CLASS, SCHOOL, HEAD, school="principal"))
    assert way.state is State.APPROVED
    assert way.told[-3:] == ["migrated", "step_skipped", "case_approved"]


def test_what_lies_with_the_family_lies_there_and_comes_back_under_the_new_version():
    way = Way().done_by(CLASS_TEACHER, Return, comment="请补过敏史")
    carried(way, move(way, SCHOOL, **{"class": "school", "principal": "school"}))
    assert (way.state, way.case.version) == (State.RETURNED, 2)


def test_what_has_ended_keeps_its_version():
    way = Way(SCHOOL).done_by(OFFICE, Approve)
    with pytest.raises(Refused):
        move(way, SCHOOL, HEAD).carry(way.case, OFFICE, way.now, way.world)


def test_a_trial_of_the_move_changes_nothing():
    way = Way().done_by(CLASS_TEACHER, Approve)
    before = way.case
    _, told = move(way, CLASS, HEAD, school="principal").carry(way.case, OFFICE, way.now, way.world)
    assert [line.what for line in told] == [What.MIGRATED, What.STEP_BEGUN]
    assert way.case == before
    assert before.version == 1


def test_a_map_leads_every_step_somewhere():
    way = Way()
    change = Move(
        old=way.definition, new=Definition(key="care", version=2, steps=(SCHOOL, HEAD)),
        becomes={"class": "klass", "school": "school"},
    )
    assert [(flaw.step, flaw.words) for flaw in change.flaws()] == [
        ("class", "新流程里没有“klass”这一步，请从列出的步骤里选。"),
        ("principal", "“校长审定”没有写对应新流程的哪一步，请选一步。"),
    ]
