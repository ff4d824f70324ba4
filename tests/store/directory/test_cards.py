"""Cards: printed for those without an account; the right digits and a password of one's own open it, once."""

from dataclasses import replace

import pytest

from contracts.actor import Grant, Role, visitor
from contracts.directory.card import Activate
from contracts.directory.session import SessionEnded
from contracts.errors import InvalidRequest, NotFound, NotSignedIn, WrongSignIn
from plumbing.caller import Caller
from plumbing.ids import new_id
from plumbing.scope import PLATFORM
from services.directory.application.cards.activation import activate, try_card
from services.directory.application.rolls.roll import RollColleague
from services.directory.application.rolls.take_in import take_in_school

CHOSEN, DAY = "tang ren jie 87 hao", 86_400


@pytest.fixture
def newcomer(stage):
    """A guardian of both children of 三（2）班 whom a roster brought: no account yet."""
    newcomer = replace(stage._person("newcomer"), login=None)
    guarded = tuple(
        replace(pupil, guardian_ids=(*pupil.guardian_ids, newcomer.person_id)) for pupil in (stage.child, stage.other)
    )
    roll = stage.with_first_school(pupils=(*guarded, stage.sibling))
    stage.take_in(replace(roll, people=(*roll.people, newcomer)))
    return newcomer


@pytest.fixture
def head(stage):
    return stage.actors(stage.head)[0]


@pytest.fixture
def office(stage, head):
    return replace(head, grants=(Grant(role=Role.ACADEMIC_OFFICE),))


@pytest.fixture
def card(stage, newcomer, head):
    (card,) = stage.print_cards(head, stage.third).cards
    return card


def last_four(person):
    return person.phone[-4:]


def wrong(person):
    return f"{(int(last_four(person)) + 1) % 10_000:04d}"


def test_a_class_is_printed_for_who_has_no_account_and_each_adult_has_one_card(stage, newcomer, card):
    assert (card.person_id, card.name, card.children) == (newcomer.person_id, newcomer.name, ("孩子", "邻居"))
    assert [len(group) for group in card.code.split("-")] == [4, 4, 4, 4]


def test_the_card_opens_the_account_and_from_then_on_phone_and_password_do(stage, newcomer, card):
    signed = stage.activate(card.code, last_four(newcomer), CHOSEN)
    (actor,) = stage.session(signed.token).actors
    assert {grant.pupil_id for grant in actor.grants} == {stage.child.pupil_id, stage.other.pupil_id}
    by_phone = replace(newcomer, login=f"+86 {newcomer.phone[:3]}-{newcomer.phone[3:7]} {newcomer.phone[7:]}")
    assert stage.sign_in(by_phone, secret=CHOSEN).person_id == newcomer.person_id


def test_a_code_may_be_typed_in_small_letters_with_spaces(stage, newcomer, card):
    assert stage.activate(card.code.lower().replace("-", " "), last_four(newcomer), CHOSEN)


def test_a_form_sent_twice_is_answered_twice_the_same_and_ends_nothing(stage, newcomer, card):
    first, second = (stage.activate(card.code, last_four(newcomer), CHOSEN) for _ in range(2))
    assert stage.session(first.token).person_id == stage.session(second.token).person_id == newcomer.person_id


def test_a_card_is_good_once_whoever_has_it_in_hand(stage, newcomer, card):
    stage.activate(card.code, last_four(newcomer), CHOSEN)
    for digits, chosen in ((last_four(newcomer), "another 93 password"), (wrong(newcomer), CHOSEN)):
        with pytest.raises(WrongSignIn):
            stage.activate(card.code, digits, chosen)
    assert stage.sign_in(replace(newcomer, login=newcomer.phone), secret=CHOSEN)


def test_a_used_card_is_soon_forgotten(stage, newcomer, card, later):
    stage.activate(card.code, last_four(newcomer), CHOSEN)
    later(10 * 60)
    with pytest.raises(WrongSignIn):
        stage.activate(card.code, last_four(newcomer), CHOSEN)


def test_a_used_card_is_no_place_to_guess_a_password(stage, newcomer, card):
    stage.activate(card.code, last_four(newcomer), CHOSEN)
    for number in range(4):
        with pytest.raises(WrongSignIn):
            stage.activate(card.code, last_four(newcomer), f"a guess of mine {number}")
    with pytest.raises(WrongSignIn):
        stage.activate(card.code, last_four(newcomer), CHOSEN)


def test_of_two_who_use_a_card_at_once_the_second_changes_nothing(stage, newcomer, card):
    ask = Activate(code=card.code, last_four=last_four(newcomer), password=CHOSEN, client=stage.home)
    caller = Caller(actor=visitor(), call="test", request_id="test")
    seen_unused = stage.store.change(try_card, ask, caller)
    stage.activate(card.code, last_four(newcomer), CHOSEN)
    late = stage.store.change(lambda unit, _: activate(unit, ask, seen_unused, "another hash"), ask, caller)
    assert late is None
    assert stage.sign_in(replace(newcomer, login=newcomer.phone), secret=CHOSEN)


def test_whatever_is_wrong_is_told_the_same(stage, newcomer, card, later):
    told = set()
    for code, digits in ((card.code, wrong(newcomer)), ("0000-0000-0000-0000", last_four(newcomer)), ("?", "?")):
        with pytest.raises(WrongSignIn) as refused:
            stage.activate(code, digits, CHOSEN)
        told.add((refused.value.said, str(refused.value.details)))
    later(30 * DAY)
    with pytest.raises(WrongSignIn) as expired:
        stage.activate(card.code, last_four(newcomer), CHOSEN)
    assert told == {(expired.value.said, str(expired.value.details))}


def test_a_card_whose_digits_were_guessed_five_times_is_void(stage, newcomer, card):
    for _ in range(5):
        with pytest.raises(WrongSignIn):
            stage.activate(card.code, wrong(newcomer), CHOSEN)
    with pytest.raises(WrongSignIn):
        stage.activate(card.code, last_four(newcomer), CHOSEN)


def test_four_mistakes_do_not_keep_the_owner_out(stage, newcomer, card):
    for _ in range(4):
        with pytest.raises(WrongSignIn):
            stage.activate(card.code, wrong(newcomer), CHOSEN)
    assert stage.activate(card.code, last_four(newcomer), CHOSEN)


def test_printing_again_makes_the_card_before_void(stage, newcomer, head, card):
    (again,) = stage.print_cards(head, stage.third).cards
    with pytest.raises(WrongSignIn):
        stage.activate(card.code, last_four(newcomer), CHOSEN)
    assert stage.activate(again.code, last_four(newcomer), CHOSEN)


@pytest.mark.parametrize("easy", ["short", "12345678", "password", "aaaaaaaa", "1qaz2wsx", "woaini1314"])
def test_a_password_easily_guessed_is_refused_and_costs_no_try(stage, newcomer, card, easy):
    for _ in range(6):
        with pytest.raises(InvalidRequest) as refused:
            stage.activate(card.code, last_four(newcomer), easy)
        assert "password" in refused.value.details["fields"]
    assert stage.activate(card.code, last_four(newcomer), CHOSEN)


def test_a_forgotten_password_is_replaced_by_a_card_and_what_was_open_ends(stage, office):
    before = stage.sign_in(stage.parent)
    open_before = stage.session(before.token).session_id
    (card,) = stage.print_cards(office, stage.third, stage.child).cards
    stage.activate(card.code, last_four(stage.parent), CHOSEN)
    with pytest.raises(NotSignedIn):
        stage.session(before.token)
    assert SessionEnded(session_id=open_before) in stage.store.news(PLATFORM)
    with pytest.raises(WrongSignIn):
        stage.sign_in(stage.parent)
    assert stage.sign_in(stage.parent, secret=CHOSEN)


def test_whose_phone_nobody_knows_is_named_instead_of_printed(stage, newcomer, head):
    nameless = replace(newcomer, phone="")
    stage.take_in(replace(stage.roll, people=(*stage.roll.people, nameless), schools=()))
    printed = stage.print_cards(head, stage.third)
    assert (printed.cards, printed.without_phone) == ((), (newcomer.name,))


def test_cards_of_a_class_are_for_its_head_teacher_and_the_office(stage, head, office):
    stage.print_cards(office, stage.fifth)
    for actor, of_class in ((head, stage.fifth), (office, stage.seventh)):
        with pytest.raises(NotFound):
            stage.print_cards(actor, of_class)


def test_a_head_teacher_prints_no_card_for_an_account_that_stands(stage, head):
    printed = stage.print_cards(head, stage.third, stage.child)
    assert (printed.cards, printed.by_office) == ((), (stage.parent.name,))


def test_no_class_list_is_a_way_into_the_account_of_somebody_with_a_post(stage, newcomer, head, office):
    post = RollColleague(staff_id=new_id(), person_id=newcomer.person_id, grants=(Grant(role=Role.PRINCIPAL),))
    for school, may in (("second", ()), ("first", (newcomer.person_id,))):
        staffed = replace(getattr(stage, school), pupils=(), staff=(*getattr(stage, school).staff, post))
        stage.store.take_in(take_in_school, staffed, stage.within(staffed))
        assert stage.print_cards(head, stage.third).by_office == (newcomer.name,)
        assert tuple(card.person_id for card in stage.print_cards(office, stage.third).cards) == may


def test_a_colleague_gets_a_card_too(stage, office):
    assert stage.print_staff_cards(office).cards == ()
    (card,) = stage.print_staff_cards(office, stage.head).cards
    assert stage.activate(card.code, last_four(stage.head), CHOSEN).person_id == stage.head.person_id


def test_the_office_prints_no_card_for_somebody_elses_colleague(stage, office):
    with pytest.raises(NotFound):
        stage.print_staff_cards(office, stage.principal)


def test_printing_is_on_record_for_each_child(stage, head, newcomer, card):
    printed = [row for row in stage.store.audited(stage.first.school_id) if row[1] == "print_cards"]
    assert printed == sorted((stage.head.person_id, "print_cards", p.pupil_id) for p in (stage.child, stage.other))
