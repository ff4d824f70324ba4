"""Numbers: an office changes one at once; a guardian asks with a password, and an office that has called confirms."""

from dataclasses import replace

import pytest

from contracts.directory.number import NumberDecision
from contracts.errors import InvalidRequest, NotFound, NotSignedIn, TooManyTries, WrongSignIn
from tests.store.directory.households import Household

DAY = 86_400


@pytest.fixture
def home(stage):
    return Household(stage)


@pytest.fixture
def office(home):
    return home.office()


@pytest.fixture
def mother(stage):
    return stage.actors(stage.parent)[0]


@pytest.fixture
def number(stage):
    return f"13{int(stage.mark, 16) % 10**9:09d}"


def by_number(who, number):
    return replace(who, login=number)


def test_the_office_changes_a_number_and_from_then_on_it_opens_the_account(stage, home, office, number):
    before = stage.sign_in(stage.parent)
    home.change_number(office, stage.child, stage.parent.person_id, number)
    assert stage.sign_in(by_number(stage.parent, number)).person_id == stage.parent.person_id
    with pytest.raises(WrongSignIn):
        stage.sign_in(by_number(stage.parent, stage.parent.phone))
    with pytest.raises(NotSignedIn):
        stage.session(before.token)


def test_a_card_for_the_old_number_is_void_when_the_number_is_another(stage, home, office, number):
    (card,) = home.card(office, stage.child, stage.parent.person_id)
    home.change_number(office, stage.child, stage.parent.person_id, number)
    for digits in (stage.parent.phone[-4:], number[-4:]):
        with pytest.raises(WrongSignIn):
            stage.activate(card.code, digits, "tang ren jie 87 hao")


def test_a_number_that_is_somebody_elses_is_refused(stage, home, office, number):
    home.change_number(office, stage.other, stage.neighbour.person_id, number)
    with pytest.raises(InvalidRequest) as refused:
        home.change_number(office, stage.child, stage.parent.person_id, number)
    assert "phone" in refused.value.details["fields"]


def test_another_school_changes_no_number(stage, home, number):
    with pytest.raises(NotFound):
        home.change_number(home.office(stage.second), stage.child, stage.parent.person_id, number)


def test_a_guardian_asks_the_office_sees_it_and_confirms(stage, home, office, mother, number):
    home.ask_number(mother, number)
    (request,) = home.requests(office)
    assert (request.name, request.phone, set(request.children)) == (stage.parent.name, number, {"孩子", "弟弟"})
    home.decide_number(office, request, NumberDecision.CONFIRM)
    assert stage.sign_in(by_number(stage.parent, number)).person_id == stage.parent.person_id
    assert home.requests(office) == ()


def test_until_the_office_has_confirmed_the_old_number_is_the_number(stage, home, office, mother, number):
    home.ask_number(mother, number)
    with pytest.raises(WrongSignIn):
        stage.sign_in(by_number(stage.parent, number))
    home.decide_number(office, home.requests(office)[0], NumberDecision.REFUSE)
    assert stage.sign_in(by_number(stage.parent, stage.parent.phone))
    assert home.requests(office) == ()


def test_asking_again_replaces_what_was_asked_and_an_office_confirms_only_what_it_has_seen(
    stage, home, office, mother, number
):
    home.ask_number(mother, number)
    (seen,) = home.requests(office)
    home.ask_number(mother, f"{number[:-1]}{(int(number[-1]) + 1) % 10}")
    with pytest.raises(NotFound):
        home.decide_number(office, seen, NumberDecision.CONFIRM)
    assert len(home.requests(office)) == 1


def test_without_the_password_nothing_is_asked_and_guesses_are_counted(stage, home, office, mother, number):
    with pytest.raises(TooManyTries):
        for _ in range(7):
            with pytest.raises(InvalidRequest):
                home.ask_number(mother, number, secret="a guess")
    assert home.requests(office) == ()


def test_a_wish_is_forgotten_after_two_weeks(stage, home, office, mother, number, later):
    home.ask_number(mother, number)
    later(14 * DAY)
    assert home.requests(office) == ()


def test_an_office_sees_only_what_guardians_of_its_own_school_ask(stage, home, number):
    home.ask_number(stage.actors(stage.neighbour)[0], number)
    assert home.requests(home.office(stage.second)) == ()
    assert len(home.requests(home.office())) == 1
