"""A case does not lie: it is asked for, the calendar asks for it, and what has lost its reason is closed."""

from dataclasses import replace
from datetime import date

import pytest

from engines.approval import (
    SYSTEM,
    AddSigner,
    Approve,
    Claim,
    Close,
    Delegate,
    Overdue,
    Reject,
    Remind,
    Resolve,
    Return,
    Ring,
    State,
    Step,
    Transfer,
    What,
    Why,
)
from tests.unit.engines.chain import (
    BY_ALL,
    CLASS_TEACHER,
    DEPUTY,
    FATHER,
    HEAD,
    MOTHER,
    OFFICE,
    PRINCIPAL,
    SCHOOL,
    Way,
)

TIMED = Step(
    key="class", name="班级审核", groups=("class_teacher",), due_days=2, remind_days=1, overdue=Overdue.REASSIGN,
    superiors=("academic_office",),
)  # fmt: skip
"""Begun on Friday, 20 November: reminded of on Monday, due on Tuesday, overdue on Wednesday."""


def test_a_family_asks_for_its_case_once_a_day():
    way = Way().does(MOTHER, Remind(task=1, comment="周五要交材料"))
    assert way.history[-1].what is What.REMINDED
    assert way.refuses(FATHER, Remind(task=1)) is Why.ALREADY_REMINDED
    assert way.on(11, 23).does(FATHER, Remind(task=1)).told.count("reminded") == 2


def test_the_office_reminds_and_nobody_else_does():
    assert Way().does(OFFICE, Remind(task=1)).told[-1] == "reminded"
    assert Way().refuses(CLASS_TEACHER, Remind(task=1)) is Why.NOT_YOURS
    assert Way().refuses(MOTHER, Remind(task=2)) is Why.NO_SUCH_TASK
    way = Way(replace(SCHOOL, completion=BY_ALL)).done_by(OFFICE, Approve)
    assert way.refuses(MOTHER, Remind(task=way.task_of(OFFICE))) is Why.TASK_DECIDED


def test_the_calendar_reminds_once_and_on_no_day_before():
    way = Way(TIMED, HEAD)
    assert way.case.tasks[0].rings_on == date(2026, 11, 23)
    assert way.refuses(SYSTEM, Ring(task=1)) is Why.NOT_YET
    way.on(11, 23).does(SYSTEM, Ring(task=1))
    assert way.told[-1] == "reminded"
    assert way.refuses(SYSTEM, Ring(task=1)) is Why.NOT_YET
    assert way.case.tasks[0].rings_on == date(2026, 11, 25)


def test_nobody_plays_the_calendar():
    assert Way(TIMED).on(11, 25).refuses(OFFICE, Ring(task=1)) is Why.NOT_YOURS
    assert Way(TIMED).refuses(SYSTEM, Approve(task=1)) is Why.NOT_YOURS
    assert Way(TIMED).refuses(SYSTEM, Remind(task=1)) is Why.NOT_YOURS


def test_what_is_overdue_goes_to_the_superiors_whoever_had_claimed_it():
    way = Way(TIMED, HEAD).done_by(CLASS_TEACHER, Claim).on(11, 25).does(SYSTEM, Ring(task=1))
    assert way.told[-2:] == ["overdue", "reassigned"]
    assert way.refuses(CLASS_TEACHER, Approve(task=1)) is Why.NOT_YOURS
    assert way.case.tasks[0].due == date(2026, 11, 27), "they have as long as those before them"
    assert way.done_by(DEPUTY, Approve).at == "principal"


def test_what_the_superiors_leave_lying_is_reminded_of_and_goes_no_further():
    way = Way(TIMED).on(11, 25).does(SYSTEM, Ring(task=1))
    assert way.on(11, 26).does(SYSTEM, Ring(task=1)).told[-1] == "reminded"
    assert way.case.tasks[0].rings_on is None


def test_where_superiors_are_only_told_the_task_stays_where_it_is():
    way = Way(replace(TIMED, overdue=Overdue.NOTIFY)).on(11, 25).does(SYSTEM, Ring(task=1))
    assert way.told[-1] == "overdue"
    assert way.refuses(SYSTEM, Ring(task=1)) is Why.NOT_YET
    assert way.done_by(CLASS_TEACHER, Approve).state is State.APPROVED


def test_where_no_superior_may_have_it_it_stays_and_that_is_told():
    own = {"academic_office": frozenset({MOTHER})}
    way = Way(TIMED, members=own).on(11, 25).does(SYSTEM, Ring(task=1))
    assert way.told[-2:] == ["overdue", "nobody_there"]
    assert way.done_by(CLASS_TEACHER, Approve).state is State.APPROVED


def test_a_step_without_days_never_rings():
    way = Way(SCHOOL)
    assert way.case.tasks[0].rings_on is None
    assert way.on(12, 31).refuses(SYSTEM, Ring(task=1)) is Why.NOT_YET


def test_who_signs_later_has_the_same_days():
    way = Way(replace(TIMED, completion=BY_ALL, overdue=Overdue.NOTIFY))
    way.done_by(CLASS_TEACHER, AddSigner, who=OFFICE, comment="需要复核")
    one, other = way.case.tasks
    assert (other.due, other.remind_on, other.overdue_on) == (one.due, one.remind_on, one.overdue_on)


def test_what_is_decided_rings_no_more():
    way = Way(replace(TIMED, completion=BY_ALL, overdue=Overdue.NOTIFY), members={
        "class_teacher": frozenset({CLASS_TEACHER, OFFICE})
    }).done_by(OFFICE, Approve)
    assert [task.rings_on for task in way.case.tasks if not task.open] == [None]
    assert way.on(11, 25).refuses(SYSTEM, Ring(task=way.task_of(OFFICE))) is Why.TASK_DECIDED


@pytest.mark.parametrize("who", [OFFICE, SYSTEM])
def test_a_case_that_has_lost_its_reason_is_closed_and_it_is_told_why(who):
    assert Way().refuses(who, Close(comment=" ")) is Why.NO_REASON
    way = Way().does(who, Close(comment="孩子已转学"))
    assert (way.state, way.case.tasks, way.history[-1].comment) == (State.CLOSED, (), "孩子已转学")
    assert way.refuses(OFFICE, Close(comment="再关一次")) is Why.ENDED


def test_what_was_returned_to_the_family_can_be_closed():
    way = Way().done_by(CLASS_TEACHER, Return, comment="请补过敏史")
    assert way.refuses(MOTHER, Remind(task=1)) is Why.WITH_APPLICANT
    assert way.does(SYSTEM, Close(comment="孩子已转学")).state is State.CLOSED


def test_nobody_closes_but_those_who_oversee_it_and_never_their_own():
    for who in (CLASS_TEACHER, PRINCIPAL, MOTHER):
        assert Way().refuses(who, Close(comment="不想办")) in (Why.NOT_YOURS, Why.OWN_CASE)
    own = Way(members={"academic_office": frozenset({MOTHER})})
    assert own.refuses(MOTHER, Close(comment="办完了")) is Why.OWN_CASE


def test_what_has_ended_is_asked_for_no_more():
    assert Way(SCHOOL).done_by(OFFICE, Reject, comment="重复").refuses(MOTHER, Remind(task=1)) is Why.ENDED


def test_what_somebody_took_with_them_an_overseer_hands_to_another():
    way = Way().done_by(CLASS_TEACHER, Claim)
    way.members(class_teacher=frozenset({"新班主任"}))
    assert way.refuses("新班主任", Approve(task=1)) is Why.CLAIMED_BY_ANOTHER
    assert way.refuses(PRINCIPAL, Transfer(task=1, to="新班主任", comment="已调离")) is Why.NOT_YOURS
    assert way.refuses(OFFICE, Transfer(task=1, to="新班主任", comment="")) is Why.NO_REASON
    assert way.refuses(OFFICE, Transfer(task=1, to=OFFICE, comment="我来办")) is Why.NOT_TO_YOURSELF
    way.does(OFFICE, Transfer(task=1, to="新班主任", comment="已调离"))
    assert way.done_by("新班主任", Approve).at == "school"


def test_what_somebody_was_preparing_comes_back_to_nobody_once_it_is_handed_on():
    way = Way().done_by(CLASS_TEACHER, Delegate, to=DEPUTY)
    way.does(OFFICE, Transfer(task=1, to=PRINCIPAL, comment="两位都请假"))
    assert way.refuses(DEPUTY, Resolve(task=1, comment="已核对")) is Why.NOT_YOURS
    assert way.done_by(PRINCIPAL, Approve).at == "school"


def test_an_overseer_hands_on_no_case_of_their_own_and_nothing_to_the_family():
    own = {"academic_office": frozenset({MOTHER, OFFICE})}
    way = Way(members=own)
    assert way.refuses(MOTHER, Transfer(task=1, to=PRINCIPAL, comment="快一点")) is Why.OWN_CASE
    assert way.refuses(OFFICE, Transfer(task=1, to=FATHER, comment="请代办")) is Why.OWN_CASE
