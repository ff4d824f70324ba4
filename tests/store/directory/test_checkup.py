"""体检: the office sees what its school still lacks, class by class; where nothing is missing, nothing is listed."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from contracts.actor import Grant, Role
from contracts.directory.checkup import Lacking, ReadCheckup
from contracts.directory.roster import RosterOf
from plumbing.caller import Caller
from plumbing.ids import new_id
from plumbing.scope import Scope
from services.directory.application.checkup import read_checkup
from services.directory.application.rolls.roll import RollColleague
from services.directory.application.rosters.roster import the_roster
from tests.store.directory.cast import a_class, a_pupil
from tests.store.directory.office import Office

_ENDED = text("UPDATE job SET state = CAST(:state AS text), ended_at = now() WHERE job_id = :job_id")
_TAKING = text("UPDATE roster SET take_in_job_id = check_job_id WHERE roster_id = :roster_id")


@pytest.fixture
def office(stage):
    """Return somebody of the academic office of the first school."""
    (head,) = stage.actors(stage.head)
    return replace(head, grants=(Grant(role=Role.ACADEMIC_OFFICE),))


def lacks(store, actor):
    return store.query(read_checkup, ReadCheckup(), Caller(actor=actor, call="test", request_id="test")).lacks


@pytest.fixture
def found(stage, office):
    """Return how the office finds so many of each that are without something: (class, subject or nothing, how many)."""

    def look(lacking):
        found = [one for one in lacks(stage.store, office) if one.lacking is lacking]
        return [(one.class_name, one.subject, one.count) for one in found]

    return look


def test_a_school_that_has_no_class_yet_is_told_first_to_begin_with_its_rosters(stage, office):
    of_an_empty_school = replace(office, school_id=new_id())
    assert lacks(stage.store, of_an_empty_school)[0].lacking is Lacking.CLASSES
    assert Lacking.CLASSES not in {one.lacking for one in lacks(stage.store, office)}


def test_a_class_without_a_head_teacher_is_found(found):
    assert found(Lacking.HEAD_TEACHER) == [("五（1）班", None, 1)]


def test_a_class_in_which_nobody_sits_lacks_nobody(stage, found):
    stage.take_in(stage.with_first_school(classes=(*stage.first.classes, a_class(4, 1))))
    assert found(Lacking.HEAD_TEACHER) == [("五（1）班", None, 1)]


def test_a_subject_that_the_other_class_of_the_grade_is_taught_lacks_a_teacher_here(stage, found):
    beside = a_class(3, 3)
    newcomer = a_pupil("新来", beside, 1, stage.neighbour)
    stage.take_in(stage.with_first_school(
        classes=(*stage.first.classes, beside), pupils=(*stage.first.pupils, newcomer),
    ))
    assert found(Lacking.SUBJECT_TEACHER) == [("三（3）班", "数学", 1)]


def test_a_child_nobody_is_guardian_of_is_found_in_its_class(stage, found):
    alone = replace(a_pupil("新来", stage.fifth, 2, stage.parent), guardian_ids=())
    stage.take_in(stage.with_first_school(pupils=(*stage.first.pupils, alone)))
    assert found(Lacking.GUARDIAN) == [("五（1）班", None, 1)]


def test_guardians_who_have_no_account_are_counted_once_a_class(stage, found):
    newcomer = replace(stage._person("newcomer"), login=None)
    guarded = [replace(pupil, guardian_ids=(newcomer.person_id,)) for pupil in (stage.child, stage.other)]
    roll = stage.with_first_school(pupils=(*guarded, stage.sibling))
    stage.take_in(replace(roll, people=(*roll.people, newcomer)))
    assert found(Lacking.GUARDIAN_ACCOUNT) == [("三（2）班", None, 1)]


def test_colleagues_are_counted_who_have_no_account_or_no_second_factor(stage, found):
    assert (found(Lacking.STAFF_ACCOUNT), found(Lacking.SECOND_FACTOR)) == ([], [(None, None, 1)])
    newcomer = replace(stage._person("newcomer"), login=None)
    post = RollColleague(
        staff_id=new_id(), person_id=newcomer.person_id, grants=(Grant(role=Role.GRADE_LEAD, grade=3),)
    )
    roll = stage.with_first_school(staff=(*stage.first.staff, post))
    stage.take_in(replace(roll, people=(*roll.people, newcomer)))
    assert (found(Lacking.STAFF_ACCOUNT), found(Lacking.SECOND_FACTOR)) == ([(None, None, 1)], [(None, None, 1)])


def test_nothing_is_missed_where_everything_is_there(stage, found):
    complete = (Lacking.SUBJECT_TEACHER, Lacking.CLASS, Lacking.GUARDIAN, Lacking.GUARDIAN_ACCOUNT)
    assert [found(lacking) for lacking in complete] == [[], [], [], []]


def test_what_another_school_lacks_is_not_told(stage, office):
    told = {one.class_id for one in lacks(stage.store, office)}
    assert stage.seventh.class_id not in told


@pytest.fixture
def roster(directory_house, directory_inspector):
    """Return an office with a roster that was checked as said, and what its checkup finds."""

    def checked(state, counts=None, *, taken=False):
        office = Office(directory_house)
        roster_id = office.asks_to_check("姓名\t班级".encode(), suffix="tsv", people=RosterOf.PUPILS)
        kept = directory_house.query(
            lambda unit, _: the_roster(unit, roster_id), ReadCheckup(), office.caller()
        )
        if counts is not None:
            result = replace(kept, plan_digest="x", result={"counts": counts})
            directory_house.change(lambda unit, _: unit.keep_checked(result), ReadCheckup(), office.caller())
        with directory_inspector.begin(Scope()) as connection:
            if state in ("done", "cancelled"):
                connection.execute(_ENDED, {"state": state, "job_id": kept.check_job_id})
            if taken:
                connection.execute(_TAKING, {"roster_id": roster_id})
        kinds = (Lacking.ROSTER_TAKEN_IN, Lacking.ROSTER_ROWS)
        found = [one for one in lacks(directory_house, office.actor) if one.lacking in kinds]
        assert {one.roster_id for one in found} <= {roster_id}
        return [(one.lacking, one.count) for one in found]

    return checked


CLEAN = {"lines": 5, "new": 2, "moved": 1, "changed": 0, "left": 0, "unchanged": 2, "bad": 0}


@pytest.mark.servers
@pytest.mark.parametrize(("state", "counts", "taken", "to_do"), [
    ("queued", None, False, []),
    ("cancelled", None, False, [(Lacking.ROSTER_TAKEN_IN, 1)]),
    ("done", CLEAN, False, [(Lacking.ROSTER_TAKEN_IN, 1)]),
    ("done", CLEAN, True, []),
    ("done", {**CLEAN, "bad": 3}, True, [(Lacking.ROSTER_ROWS, 3)]),
    ("done", {**CLEAN, "new": 0, "moved": 0}, False, []),
], ids=["at work", "stopped", "checked", "taken in", "with bad rows", "nothing in it"])
def test_a_roster_waits_for_somebody_until_it_stands_without_errors(roster, state, counts, taken, to_do):
    assert roster(state, counts, taken=taken) == to_do
