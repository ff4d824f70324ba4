"""The second factor: a right password alone opens nothing any more; each code, of phone or paper, is good once."""

from dataclasses import replace

import pytest

from contracts.actor import Grant, Role
from contracts.errors import Conflict, InvalidRequest, NotSignedIn, TooManyTries
from plumbing import one_time

STEP, MINUTE = 30, 60


class Telephone:
    """A phone with an authenticator; `code` is what it shows in a fresh thirty seconds."""

    def __init__(self, secret, later):
        self.secret, self.later = secret, later

    def code(self):
        self.later(STEP)
        return self.shown()

    def shown(self):
        return one_time.code_of(self.secret, one_time.present_step())


@pytest.fixture
def head(stage):
    return stage.actors(stage.head)[0]


@pytest.fixture
def telephone(stage, head, later):
    return Telephone(stage.begin_factor(head).secret, later)


@pytest.fixture
def sheet(stage, head, telephone):
    """Return the codes on paper; the second factor is on."""
    return stage.confirm_factor(head, telephone.code())


def wrong(code):
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_begun_is_not_on_and_beginning_again_shows_the_same_secret(stage, head, telephone):
    begun = stage.factor(head)
    assert (begun.on, begun.secret) == (False, telephone.secret)
    assert stage.begin_factor(head) == begun
    assert f"secret={telephone.secret}" in begun.address
    assert not stage.sign_in(stage.head).second_step


def test_it_is_on_once_the_phone_has_shown_a_code_and_the_secret_is_told_no_more(stage, head, sheet):
    shown = stage.factor(head)
    assert (shown.on, shown.secret, shown.address, shown.recovery_codes_left) == (True, None, None, 10)
    assert len(set(sheet)) == 10


def test_a_wrong_code_turns_nothing_on(stage, head, telephone):
    with pytest.raises(InvalidRequest) as refused:
        stage.confirm_factor(head, wrong(telephone.code()))
    assert "code" in refused.value.details["fields"]
    assert not stage.factor(head).on


def test_the_password_alone_opens_no_session(stage, sheet):
    half = stage.sign_in(stage.head)
    assert half.second_step
    with pytest.raises(NotSignedIn):
        stage.session(half.token)


def test_the_password_and_a_code_open_one(stage, sheet, telephone):
    signed = stage.sign_in_with(stage.sign_in(stage.head), telephone.code())
    assert stage.session(signed.token).person_id == stage.head.person_id


def test_a_code_typed_with_spaces_or_in_full_width_is_the_same_code(stage, sheet, telephone):
    code = telephone.code()
    assert stage.sign_in_with(stage.sign_in(stage.head), f" {code[:3]} {code[3:]}".translate({ord("1"): "１"})).token


def test_a_code_is_good_once_whoever_has_seen_it(stage, sheet, telephone):
    code = telephone.code()
    stage.sign_in_with(stage.sign_in(stage.head), code)
    with pytest.raises(InvalidRequest):
        stage.sign_in_with(stage.sign_in(stage.head), code)


def test_no_code_older_than_one_that_was_used_is_good(stage, sheet, telephone):
    older, newer = telephone.code(), telephone.code()
    stage.sign_in_with(stage.sign_in(stage.head), newer)
    with pytest.raises(InvalidRequest):
        stage.sign_in_with(stage.sign_in(stage.head), older)


def test_a_phone_half_a_minute_late_is_still_believed_and_no_later(stage, sheet, telephone, later):
    late = telephone.code()
    later(STEP)
    assert stage.sign_in_with(stage.sign_in(stage.head), late).token
    too_late = telephone.code()
    later(2 * STEP)
    with pytest.raises(InvalidRequest):
        stage.sign_in_with(stage.sign_in(stage.head), too_late)


def test_the_password_has_to_be_said_again_when_the_second_step_waits_too_long(stage, sheet, telephone, later):
    half = stage.sign_in(stage.head)
    later(5 * MINUTE)
    with pytest.raises(NotSignedIn):
        stage.sign_in_with(half, telephone.code())


def test_what_was_waited_for_once_opens_nothing_twice(stage, sheet, telephone):
    half = stage.sign_in(stage.head)
    stage.sign_in_with(half, telephone.code())
    with pytest.raises(NotSignedIn):
        stage.sign_in_with(half, telephone.code())


def test_a_code_on_paper_opens_once_however_it_is_typed(stage, head, sheet):
    typed = sheet[3].lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert stage.sign_in_with(stage.sign_in(stage.head), typed).token
    assert stage.factor(head).recovery_codes_left == 9
    with pytest.raises(InvalidRequest):
        stage.sign_in_with(stage.sign_in(stage.head), sheet[3])


def test_a_new_sheet_makes_the_old_one_void(stage, head, sheet, telephone):
    fresh = stage.new_codes(head, telephone.code())
    assert not set(fresh) & set(sheet)
    with pytest.raises(InvalidRequest):
        stage.sign_in_with(stage.sign_in(stage.head), sheet[0])
    assert stage.sign_in_with(stage.sign_in(stage.head), fresh[0]).token


def test_who_guesses_codes_is_soon_not_heard_any_more(stage, sheet, telephone, later):
    half, code = stage.sign_in(stage.head), telephone.code()
    for _ in range(5):
        with pytest.raises(InvalidRequest):
            stage.sign_in_with(half, wrong(code))
    with pytest.raises(TooManyTries) as refused:
        stage.sign_in_with(half, code)
    assert refused.value.details["retry_after_seconds"] == 30


def test_right_codes_are_not_held_against_anybody(stage, head, sheet, telephone):
    for _ in range(8):
        stage.new_codes(head, telephone.code())


def test_it_ends_only_with_a_code_at_hand(stage, head, sheet, telephone):
    with pytest.raises(InvalidRequest):
        stage.end_factor(head, wrong(telephone.shown()))
    assert not stage.end_factor(head, telephone.code()).on
    assert not stage.sign_in(stage.head).second_step


def test_what_is_on_is_not_confirmed_again(stage, head, sheet, telephone):
    with pytest.raises(Conflict):
        stage.confirm_factor(head, telephone.code())
    assert stage.factor(head).recovery_codes_left == 10


def test_a_new_card_does_not_go_round_the_second_step(stage, head, sheet, telephone):
    office = replace(head, grants=(Grant(role=Role.ACADEMIC_OFFICE),))
    (card,) = stage.print_staff_cards(office, stage.head).cards
    half = stage.activate(card.code, stage.head.phone[-4:], "tang ren jie 87 hao")
    assert half.second_step
    with pytest.raises(NotSignedIn):
        stage.session(half.token)


def test_a_code_on_paper_has_fifty_bits_and_one_of_the_phone_a_million_values(stage, sheet, telephone):
    alphabet = {*"0123456789ABCDEFGHJKMNPQRSTVWXYZ"}
    assert all(len(code.replace("-", "")) == 10 and set(code) <= alphabet | {"-"} for code in sheet)
    assert len(telephone.shown()) == 6
