"""A task from hand to hand: claimed, prepared by another, handed over, signed by one more."""

from dataclasses import replace

from engines.approval import (
    AddSigner,
    Approve,
    Claim,
    Copy,
    Delegate,
    Reject,
    Release,
    RemoveSigner,
    Resolve,
    State,
    Transfer,
    What,
    Why,
)
from tests.unit.engines.chain import (
    BY_ALL,
    CLASS_TEACHER,
    DEPUTY,
    HEAD,
    MOTHER,
    OFFICE,
    PRINCIPAL,
    SCHOOL,
    Way,
)


def test_what_one_has_claimed_another_does_not_decide_until_it_is_given_back():
    way = Way(SCHOOL).done_by(OFFICE, Claim)
    assert way.refuses(DEPUTY, Approve(task=1)) is Why.CLAIMED_BY_ANOTHER
    assert way.refuses(DEPUTY, Claim(task=1)) is Why.CLAIMED_BY_ANOTHER
    assert way.refuses(PRINCIPAL, Approve(task=1)) is Why.NOT_YOURS
    way.done_by(OFFICE, Release)
    assert way.done_by(DEPUTY, Approve).state is State.APPROVED


def test_only_what_was_claimed_is_given_back():
    assert Way(SCHOOL).refuses(OFFICE, Release(task=1)) is Why.NOT_CLAIMED
    named = Way(replace(SCHOOL, completion=BY_ALL))
    assert named.refuses(OFFICE, Release(task=named.task_of(OFFICE))) is Why.NOT_CLAIMED


def test_who_is_asked_to_prepare_it_does_not_decide_it():
    way = Way(SCHOOL).done_by(OFFICE, Delegate, to=CLASS_TEACHER, comment="请核对接送人")
    assert way.refuses(CLASS_TEACHER, Approve(task=1)) is Why.WITH_DELEGATE
    assert way.refuses(CLASS_TEACHER, Delegate(task=1, to=DEPUTY)) is Why.WITH_DELEGATE
    assert way.refuses(CLASS_TEACHER, Transfer(task=1, to=DEPUTY, comment="忙")) is Why.WITH_DELEGATE
    assert way.refuses(CLASS_TEACHER, Release(task=1)) is Why.WITH_DELEGATE
    assert way.refuses(CLASS_TEACHER, Claim(task=1)) is Why.WITH_DELEGATE
    assert way.refuses(OFFICE, Approve(task=1)) is Why.WITH_DELEGATE
    assert way.refuses(CLASS_TEACHER, Resolve(task=1, comment="")) is Why.NO_REASON
    way.done_by(CLASS_TEACHER, Resolve, comment="已核对")
    assert way.refuses(DEPUTY, Approve(task=1)) is Why.CLAIMED_BY_ANOTHER
    assert way.refuses(OFFICE, Resolve(task=1, comment="已核对")) is Why.NOT_DELEGATED
    assert way.done_by(OFFICE, Approve).state is State.APPROVED


def test_who_let_somebody_prepare_it_may_take_it_back():
    way = Way(SCHOOL).done_by(OFFICE, Delegate, to=CLASS_TEACHER)
    assert way.does(OFFICE, Claim(task=1)).done_by(OFFICE, Approve).state is State.APPROVED
    assert Way(SCHOOL).refuses(OFFICE, Delegate(task=1, to=OFFICE)) is Why.ALREADY_SIGNER


def test_who_hands_it_over_hands_over_the_decision():
    way = Way(SCHOOL)
    assert way.refuses(OFFICE, Transfer(task=1, to=PRINCIPAL, comment="")) is Why.NO_REASON
    way.done_by(OFFICE, Transfer, to=PRINCIPAL, comment="我与该家庭是亲属")
    assert way.refuses(OFFICE, Approve(task=1)) is Why.CLAIMED_BY_ANOTHER
    assert way.done_by(PRINCIPAL, Approve).state is State.APPROVED


def test_nothing_is_handed_to_those_whose_case_it_is():
    way = Way(replace(SCHOOL, completion=BY_ALL))
    mine = way.task_of(OFFICE)
    for action in (
        Delegate(task=mine, to=MOTHER), Transfer(task=mine, to=MOTHER, comment="请定"),
        AddSigner(task=mine, who=MOTHER, comment="请签"),
    ):  # fmt: skip
        assert way.refuses(OFFICE, action) is Why.OWN_CASE


def test_one_more_signs_and_is_waited_for():
    way = Way(replace(SCHOOL, completion=BY_ALL), HEAD)
    way.done_by(OFFICE, AddSigner, who=PRINCIPAL, comment="名额超出")
    assert way.refuses(OFFICE, AddSigner(task=way.task_of(OFFICE), who=PRINCIPAL, comment="再")) is Why.ALREADY_SIGNER
    way.done_by(OFFICE, Approve).done_by(DEPUTY, Approve)
    assert way.at == "school"
    assert way.done_by(PRINCIPAL, Approve).at == "principal"
    assert len({line.task for line in way.history if line.what is What.APPROVED}) == 3


def test_who_stands_in_signs_for_the_other_and_once_more_for_themselves():
    way = Way(replace(SCHOOL, completion=BY_ALL), stand_ins={OFFICE: DEPUTY})
    theirs = way.task_of(OFFICE)
    assert way.refuses(DEPUTY, Claim(task=theirs)) is Why.BY_NAME
    way.does(DEPUTY, Approve(task=theirs))
    assert (way.state, way.history[-1].instead_of) == (State.RUNNING, OFFICE)
    assert way.done_by(DEPUTY, Approve).state is State.APPROVED


def test_who_lets_another_prepare_their_signature_is_asked_for_no_second_one():
    way = Way(replace(SCHOOL, completion=BY_ALL)).done_by(OFFICE, Delegate, to=CLASS_TEACHER)
    prepared = way.task_of(CLASS_TEACHER)
    for action in (
        AddSigner(task=prepared, who=PRINCIPAL, comment="请签"),
        RemoveSigner(task=prepared, who=DEPUTY, comment="请免"),
    ):
        assert way.refuses(CLASS_TEACHER, action) is Why.WITH_DELEGATE
    mine = way.task_of(DEPUTY)
    assert way.refuses(DEPUTY, Transfer(task=mine, to=OFFICE, comment="请你定")) is Why.ALREADY_SIGNER
    assert way.refuses(DEPUTY, AddSigner(task=mine, who=OFFICE, comment="请你签")) is Why.ALREADY_SIGNER


def test_the_case_goes_on_when_the_one_it_waited_for_need_not_sign():
    way = Way(replace(SCHOOL, completion=BY_ALL), HEAD)
    way.done_by(OFFICE, AddSigner, who=PRINCIPAL, comment="名额超出").done_by(OFFICE, Approve)
    assert way.done_by(DEPUTY, RemoveSigner, who=PRINCIPAL, comment="出差").at == "school"
    assert way.refuses(DEPUTY, RemoveSigner(task=way.task_of(DEPUTY), who=OFFICE, comment="错")) is Why.NO_SUCH_TASK
    assert way.done_by(DEPUTY, Approve).at == "principal"


def test_the_last_signer_stays():
    way = Way(replace(SCHOOL, completion=BY_ALL), members={"academic_office": frozenset({OFFICE})})
    assert way.refuses(OFFICE, RemoveSigner(task=1, who=OFFICE, comment="出差")) is Why.LAST_SIGNER


def test_signers_are_added_only_where_each_signs():
    for action in (AddSigner(task=1, who=PRINCIPAL, comment="请签"), RemoveSigner(task=1, who=OFFICE, comment="错")):
        assert Way(SCHOOL).refuses(OFFICE, action) is Why.NOT_BY_EACH


def test_who_is_let_know_has_nothing_to_decide():
    way = Way(SCHOOL).done_by(OFFICE, Copy, to=CLASS_TEACHER, comment="请知悉")
    assert way.history[-1].to == CLASS_TEACHER
    assert way.refuses(CLASS_TEACHER, Reject(task=1, comment="不同意")) is Why.NOT_YOURS


def test_a_signature_that_is_added_is_one_persons_also_where_the_step_had_found_nobody():
    way = Way(replace(SCHOOL, completion=BY_ALL), members={"academic_office": frozenset()})
    way.members(academic_office=frozenset({OFFICE}))
    way.done_by(OFFICE, AddSigner, who=PRINCIPAL, comment="需要校长签")
    assert way.refuses(PRINCIPAL, Release(task=way.task_of(PRINCIPAL))) is Why.NOT_CLAIMED
