"""A case on its way: who decides, how many must, what is passed over, and how it comes back."""

from dataclasses import replace
from datetime import date

import pytest

from engines.approval import (
    Approve,
    Comparison,
    Completion,
    Condition,
    Mode,
    Nobody,
    Outcome,
    Reject,
    Resubmit,
    Return,
    Start,
    State,
    What,
    Why,
    Withdraw,
)
from tests.unit.engines.chain import (
    BY_ALL,
    BY_HALF,
    CLASS,
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


def test_class_school_and_principal_decide_one_after_another():
    way = Way()
    assert way.at == "class"
    assert way.done_by(CLASS_TEACHER, Approve).at == "school"
    assert way.done_by(DEPUTY, Approve).at == "principal"
    assert way.done_by(PRINCIPAL, Approve).state is State.APPROVED
    assert way.told == [
        "started", "step_begun", "approved", "step_begun", "approved", "step_begun", "approved", "case_approved"
    ]


def test_nobody_decides_before_it_is_their_turn_or_after():
    way = Way()
    assert way.refuses(OFFICE, Approve(task=1)) is Why.NOT_YOURS
    way.done_by(CLASS_TEACHER, Approve)
    assert way.refuses(CLASS_TEACHER, Approve(task=1)) is Why.NO_SUCH_TASK
    assert way.refuses(CLASS_TEACHER, Approve(task=2)) is Why.NOT_YOURS


def test_nobody_decides_their_own_childs_case():
    way = Way(members={"class_teacher": frozenset({MOTHER, CLASS_TEACHER})})
    assert way.refuses(MOTHER, Approve(task=1)) is Why.OWN_CASE
    assert way.done_by(CLASS_TEACHER, Approve).at == "school"


def test_a_parent_among_those_who_sign_is_not_asked_to():
    office = {"academic_office": frozenset({OFFICE, MOTHER})}
    assert [task.assignee for task in Way(replace(SCHOOL, completion=BY_ALL), members=office).case.tasks] == [OFFICE]


def test_the_only_one_who_could_decide_is_the_mother_so_the_step_says_that_nobody_is_there():
    way = Way(members={"class_teacher": frozenset({MOTHER})})
    assert What.NOBODY_THERE in [line.what for line in way.history]
    assert way.at == "class" and way.refuses(MOTHER, Approve(task=1)) is Why.OWN_CASE


def test_whoever_comes_into_office_later_may_decide_what_waits_and_whoever_left_may_not():
    way = Way(members={"class_teacher": frozenset()})
    way.members(class_teacher=frozenset({CLASS_TEACHER}))
    assert way.done_by(CLASS_TEACHER, Approve).at == "school"
    way.members(academic_office=frozenset({DEPUTY}))
    assert way.refuses(OFFICE, Approve(task=2)) is Why.NOT_YOURS


def test_a_step_that_nobody_may_take_goes_to_others_or_is_passed_over_if_the_chain_says_so():
    empty = {"class_teacher": frozenset()}
    elsewhere = replace(CLASS, nobody=Nobody.ESCALATE, fallback=("academic_office",))
    assert Way(elsewhere, SCHOOL, members=empty).done_by(OFFICE, Approve).at == "school"
    assert Way(replace(CLASS, nobody=Nobody.SKIP), SCHOOL, members=empty).at == "school"
    nowhere_else = replace(elsewhere, fallback=("class_teacher",))
    assert Way(nowhere_else, members=empty).case.tasks[0].groups == ("class_teacher",)


def test_basic_care_alone_does_not_go_to_the_principal():
    way = Way(clubs=0)
    way.done_by(CLASS_TEACHER, Approve).done_by(OFFICE, Approve)
    assert way.state is State.APPROVED
    assert way.told[-2:] == ["step_skipped", "case_approved"]


@pytest.mark.parametrize(
    ("comparison", "value", "facts", "left_out"),
    [
        (Comparison.IS, "low", {"grades": "low"}, True), (Comparison.IS, "low", {"grades": "high"}, False),
        (Comparison.IS_NOT, "low", {"grades": "high"}, True), (Comparison.IS_NOT, "low", {}, False),
        (Comparison.AT_MOST, 2, {"grades": 2}, True), (Comparison.AT_MOST, 2, {"grades": 3}, False),
        (Comparison.AT_LEAST, 2, {"grades": 2}, True), (Comparison.AT_LEAST, 2, {"grades": 1}, False),
        (Comparison.IS, 1, {"grades": True}, False), (Comparison.AT_MOST, 2, {"grades": "1"}, False),
    ],
)  # fmt: skip
def test_a_step_is_left_out_only_where_the_case_says_what_the_chain_asks_for(comparison, value, facts, left_out):
    step = replace(CLASS, skip_if=(Condition(fact="grades", comparison=comparison, value=value),))
    assert Way(step, SCHOOL, **facts).at == ("school" if left_out else "class")


def test_a_step_is_left_out_only_where_all_its_conditions_hold():
    low = Condition(fact="grades", comparison=Comparison.AT_MOST, value=2)
    step = replace(CLASS, skip_if=(*HEAD.skip_if, low))
    assert Way(step, SCHOOL, clubs=0, grades=2).at == "school"
    assert Way(step, SCHOOL, clubs=1, grades=2).at == "class"


def test_no_ends_the_case_and_says_why():
    way = Way()
    assert way.refuses(CLASS_TEACHER, Reject(task=1, comment=" ")) is Why.NO_REASON
    way.done_by(CLASS_TEACHER, Reject, comment="孩子本学期转走")
    assert way.state is State.REJECTED and way.case.tasks == ()
    assert [line.comment for line in way.history if line.what is What.REJECTED] == ["孩子本学期转走"]
    assert way.refuses(CLASS_TEACHER, Approve(task=1)) is Why.ENDED


def test_what_comes_back_to_the_family_is_changed_and_begins_again():
    way = Way()
    way.done_by(CLASS_TEACHER, Approve).done_by(OFFICE, Return, comment="周三与校队冲突")
    assert way.state is State.RETURNED
    assert way.refuses(OFFICE, Approve(task=2)) is Why.WITH_APPLICANT
    assert way.refuses(OFFICE, Resubmit()) is Why.NOT_YOURS
    assert way.does(FATHER, Resubmit(facts={"clubs": 0})).at == "class"
    way.done_by(CLASS_TEACHER, Approve).done_by(OFFICE, Approve)
    assert way.state is State.APPROVED


def test_a_later_step_gives_back_to_an_earlier_one_never_to_itself_or_to_one_left_out():
    way = Way(replace(CLASS, skip_if=HEAD.skip_if), SCHOOL, HEAD)
    way.done_by(CLASS_TEACHER, Approve).done_by(OFFICE, Approve)
    for wrong in ("principal", "nowhere"):
        assert way.refuses(PRINCIPAL, Return(task=3, comment="请再核对", to=wrong)) is Why.NO_EARLIER_STEP
    assert way.done_by(PRINCIPAL, Return, comment="请再核对", to="class").at == "class"
    short = Way(replace(CLASS, skip_if=HEAD.skip_if), SCHOOL, clubs=0)
    assert short.refuses(OFFICE, Return(task=1, comment="请再核对", to="class")) is Why.NO_EARLIER_STEP


def test_the_family_withdraws_at_any_time_until_it_is_decided_and_nobody_else_does():
    way = Way()
    assert way.refuses(CLASS_TEACHER, Withdraw()) is Why.NOT_YOURS
    assert way.does(FATHER, Withdraw(comment="改由奶奶接")).state is State.WITHDRAWN
    assert way.refuses(CLASS_TEACHER, Approve(task=1)) is Why.ENDED
    returned = Way().done_by(CLASS_TEACHER, Return, comment="缺一项")
    assert returned.does(MOTHER, Withdraw()).state is State.WITHDRAWN


def test_a_case_begins_once_and_only_what_was_returned_is_handed_in_again():
    way = Way()
    assert way.refuses(MOTHER, Start()) is Why.ALREADY_STARTED
    assert way.refuses(MOTHER, Resubmit()) is Why.NOT_RETURNED


def test_where_all_sign_the_last_yes_decides_and_the_first_no():
    way = Way(replace(SCHOOL, completion=BY_ALL), HEAD)
    assert way.done_by(OFFICE, Approve).at == "school"
    assert way.refuses(OFFICE, Approve(task=way.task_of(OFFICE))) is Why.TASK_DECIDED
    assert way.done_by(DEPUTY, Approve).at == "principal"
    other = Way(replace(SCHOOL, completion=BY_ALL)).done_by(DEPUTY, Reject, comment="不同意")
    assert other.state is State.REJECTED


def test_where_half_must_sign_one_no_of_two_does_not_end_it():
    way = Way(replace(SCHOOL, completion=BY_HALF)).done_by(DEPUTY, Reject, comment="不同意")
    assert way.state is State.RUNNING
    assert way.done_by(OFFICE, Approve).state is State.APPROVED
    both = Way(replace(SCHOOL, completion=BY_HALF)).done_by(DEPUTY, Reject, comment="不同意")
    assert both.done_by(OFFICE, Reject, comment="不同意").state is State.REJECTED


@pytest.mark.parametrize(
    ("completion", "signers", "yes", "no"),
    [
        (Completion(), 1, 1, 1), (BY_ALL, 3, 3, 1), (BY_HALF, 2, 1, 2), (BY_HALF, 3, 2, 2), (BY_HALF, 4, 2, 3),
        (Completion(mode=Mode.RATIO, percent=1), 5, 1, 5), (Completion(mode=Mode.RATIO, percent=100), 5, 5, 1),
    ],
)  # fmt: skip
def test_so_many_must_say_yes_and_so_many_no_before_nothing_can_change_it(completion, signers, yes, no):
    assert completion.outcome(approved=yes - 1, rejected=no - 1, signers=signers) is None
    assert completion.outcome(approved=yes, rejected=0, signers=signers) is Outcome.APPROVED
    assert completion.outcome(approved=0, rejected=no, signers=signers) is Outcome.REJECTED


def test_the_promised_day_is_counted_in_school_days():
    (task,) = Way().case.tasks
    assert task.due == date(2026, 11, 24)  # from a Friday


def test_who_stands_in_decides_and_the_history_names_both():
    way = Way(stand_ins={CLASS_TEACHER: DEPUTY})
    way.done_by(DEPUTY, Approve)
    line = next(line for line in way.history if line.what is What.APPROVED)
    assert (line.actor, line.instead_of) == (DEPUTY, CLASS_TEACHER)
    assert Way(stand_ins={CLASS_TEACHER: FATHER}).refuses(FATHER, Approve(task=1)) is Why.OWN_CASE
