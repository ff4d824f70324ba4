"""Wiring: directory's house on its own store, the way in, and its first stock of people."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from contracts.directory.card import Activate
from contracts.directory.guardian import InviteGuardian
from contracts.directory.new_school import DistrictOpened, OpenDistrict, OpenSchool, SchoolOpened
from contracts.directory.number import AskNumber, NumberAsked
from contracts.directory.outside import Link, LinkOutside, SignInOutside
from contracts.directory.own_password import ChangePassword, PasswordChanged, WithPassword
from contracts.directory.second_factor import WithCode
from contracts.directory.session import SignedIn, SignIn, SignInSecond
from contracts.errors import InvalidRequest, WrongSignIn
from plumbing import ids, off_loop, settings, testimony
from plumbing.caller import Caller
from plumbing.entrances import told
from plumbing.house import House
from plumbing.operate import Operated
from plumbing.scope import PLATFORM, Scope
from plumbing.sealing import Vault
from services.directory.application.cards.activation import WRONG, try_card
from services.directory.application.cards.activation import activate as take_card
from services.directory.application.cards.card import KeptCard
from services.directory.application.guardians.asking_number import ask_number as want_number
from services.directory.application.guardians.invitation import count_invitation
from services.directory.application.guardians.invitation import invite_guardian as invite
from services.directory.application.new_school import open_district as begin_district
from services.directory.application.new_school import open_school as begin_school
from services.directory.application.new_school import place_of
from services.directory.application.outside.ways_in import link_outside as link_to
from services.directory.application.outside.ways_in import sign_in_outside as admit_outside
from services.directory.application.rolls.roll import Roll
from services.directory.application.rolls.take_in import take_in_district, take_in_school
from services.directory.application.second_factor.second_step import admit_second, knock_second, let_in
from services.directory.application.second_factor.setting_up import count_own_code
from services.directory.application.second_factor.unit import FactorUnit
from services.directory.application.signing_in.account import Account
from services.directory.application.signing_in.own_password import change_password as take_password
from services.directory.application.signing_in.own_password import count_own_password
from services.directory.application.signing_in.sign_in import admit, knock
from services.directory.application.typed import phone_typed
from services.directory.formats import password
from services.directory.store import DirectoryUnit

Answer = TypeVar("Answer")
_PATIENCE_SECONDS = 3  # whoever asks waits five: what is begun here is still heard


def build() -> House:
    """Return the house on the database, and with the keys, that the environment names."""
    return House(service="directory", unit=partial(DirectoryUnit, vault=Vault(settings.directory_keys())))


@told("password")
def sign_in(house: House, ask: SignIn, caller: Caller) -> SignedIn:
    """Let a person in. The slow part, the password, is proved in no transaction and off the loop.

    Raises WrongSignIn (the same for an unknown name, after the same work), TooManyTries, Unavailable (all are busy).
    """
    account = house.change(knock, ask, caller)
    proof = (ask.password, account.password_hash if account else None)
    right = off_loop.run(password.belongs, *proof, wait_seconds=_PATIENCE_SECONDS)
    if account is None or not right:
        raise WrongSignIn
    return house.change(partial(_admit, account), ask, caller)


def _admit(account: Account, unit: FactorUnit, ask: SignIn) -> SignedIn:
    return admit(unit, ask, account)


@told("second step")
def sign_in_second(house: House, ask: SignInSecond, caller: Caller) -> SignedIn:
    """Let a person in by a code, after their password. A try stays counted where the code is wrong.

    Raises InvalidRequest for a wrong code, NotSignedIn for a token that is not known any more, TooManyTries.
    """
    house.change(knock_second, ask, caller)
    return house.change(admit_second, ask, caller)


@told("card")
def activate(house: House, ask: Activate, caller: Caller) -> SignedIn:
    """Let a person in by their card, with a password of their own choice, which is hashed off the loop.

    Raises InvalidRequest for a password easily guessed, before the card is looked at; WrongSignIn for anything wrong
    about the card; TooManyTries, Unavailable (all are busy).
    """
    if wrong := password.complaint(ask.password, ask.code, ask.last_four):
        raise InvalidRequest(details={"fields": {"password": [wrong]}})
    card = house.change(try_card, ask, caller)
    if card is None:
        raise WrongSignIn(WRONG)
    if not card.used:
        password_hash = off_loop.run(password.hashed, ask.password, wait_seconds=_PATIENCE_SECONDS)
        signed = house.change(lambda unit, _: take_card(unit, ask, card, password_hash), ask, caller)
        if signed is not None:
            return signed
    return _second_press(house, ask, card, caller)


def _second_press(house: House, ask: Activate, card: KeptCard, caller: Caller) -> SignedIn:
    """Let the person in again by the card that has just opened their account, if this is the password they chose."""
    account = house.query(lambda unit, _: unit.own_account(card.person_id), ask, caller)
    proof = (ask.password, account.password_hash if account else None)
    if not off_loop.run(password.belongs, *proof, wait_seconds=_PATIENCE_SECONDS):
        raise WrongSignIn(WRONG)
    return house.change(
        lambda unit, _: let_in(unit, card.person_id, browser=ask.browser, system=ask.system), ask, caller
    )


def with_code(house: House, use_case: Callable[[Any, Any], Answer], ask: WithCode, caller: Caller) -> Answer:
    """Do what the asker may do only with a code at hand. Raises TooManyTries, and what the use case raises."""
    house.change(count_own_code, ask, caller)
    return house.change(use_case, ask, caller)


@told("provider")
def sign_in_outside(house: House, ask: SignInOutside, caller: Caller) -> SignedIn:
    """Let a person in whom a provider has named, by the gateway's signed word. Raises what `admit_outside` raises."""
    said = testimony.believed(ask.testimony, settings.passport_public_key())
    return house.change(lambda unit, _: admit_outside(unit, ask, said), ask, caller)


def link_outside(house: House, ask: LinkOutside, caller: Caller) -> Link:
    """Let the asker sign in by a provider from now on. Raises what `with_password` and `link_to` raise."""
    said = testimony.believed(ask.testimony, settings.passport_public_key())
    return with_password(house, lambda unit, _: link_to(unit, ask, said), ask, caller)


def change_password(house: House, ask: ChangePassword, caller: Caller) -> PasswordChanged:
    """Let another password open the asker's account. Raises InvalidRequest for one easily guessed, and what
    `with_password` raises.
    """
    if wrong := password.complaint(ask.chosen):
        raise InvalidRequest(details={"fields": {"chosen": [wrong]}})
    password_hash = off_loop.run(password.hashed, ask.chosen, wait_seconds=_PATIENCE_SECONDS)
    return with_password(house, lambda unit, _: take_password(unit, ask, password_hash), ask, caller)


def with_password(
    house: House, use_case: Callable[[Any, Any], Answer], ask: WithPassword, caller: Caller
) -> Answer:
    """Do what the asker may do only with their own password at hand, which is proved off the loop.

    Raises InvalidRequest for a wrong one, TooManyTries, Unavailable (all are busy), and what the use case raises.
    """
    account = house.change(count_own_password, ask, caller)
    proof = (ask.password, account.password_hash if account else None)
    if not off_loop.run(password.belongs, *proof, wait_seconds=_PATIENCE_SECONDS):
        raise InvalidRequest(details={"fields": {"password": ["密码不对，请检查后再试。"]}})
    return house.change(use_case, ask, caller)


def open_district(house: House, ask: OpenDistrict) -> DistrictOpened:
    """Let a district be known; one that is known stays as it is. Raises InvalidRequest."""
    stands = _within(house, PLATFORM, lambda unit: unit.district_of(ask.code))
    district_id = stands or ids.new_id()
    if not stands:
        _within(house, Scope(district_id=district_id), lambda unit: begin_district(unit, ask, district_id))
    return DistrictOpened(district_id=district_id)


def open_school(house: House, ask: OpenSchool) -> SchoolOpened:
    """Let a school be known, and the first of its office have a card. Raises InvalidRequest, NotFound, Conflict."""
    district_id, stands = _within(house, PLATFORM, lambda unit: place_of(unit, ask))
    school_id = stands or ids.new_id()
    scope = Scope(district_id=district_id, school_id=school_id)
    return _within(house, scope, lambda unit: begin_school(unit, ask, district_id, school_id))


OPERATED = {
    "open_district": Operated(ask=OpenDistrict, act=open_district),
    "open_school": Operated(ask=OpenSchool, act=open_school),
}


def _within(house: House, scope: Scope, use_case: Callable[[Any], Answer]) -> Answer:
    with house.database.begin(scope) as connection:
        return use_case(house.unit(connection, scope=scope, request_id="operator"))


def invite_guardian(house: House, ask: InviteGuardian, caller: Caller) -> dict[str, Any]:
    """Let somebody be a guardian; a try stays counted. Raises TooManyTries, and what `invite` raises."""
    house.change(count_invitation, ask, caller)
    return house.command(invite, ask, caller)


def ask_number(house: House, ask: AskNumber, caller: Caller) -> NumberAsked:
    """Let a guardian's wish wait for an office. Raises InvalidRequest for a number that is none, and what
    `with_password` raises.
    """
    phone_typed(ask.phone)
    return with_password(house, want_number, ask, caller)


def seed(house: House, plain: dict[str, Any]) -> None:
    """Take in a district's roll (`application.roll.Roll`), one transaction for the district and one a school.

    What is news is announced; again changes and announces nothing. Raises marshmallow.ValidationError.
    """
    roll = Roll.load(plain)
    _within(house, Scope(district_id=roll.district.district_id), lambda unit: take_in_district(unit, roll))
    for school in roll.schools:
        scope = Scope(district_id=roll.district.district_id, school_id=school.school_id)
        _within(house, scope, partial(take_in_school, school=school))
