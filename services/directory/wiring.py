"""Wiring: directory's house on its own store, the way in, and its first stock of people."""

from functools import partial
from typing import Any

from contracts.directory.session import SignedIn, SignIn
from contracts.errors import WrongSignIn
from plumbing import off_loop, settings
from plumbing.caller import Caller
from plumbing.house import House
from plumbing.scope import Scope
from plumbing.sealing import Vault
from services.directory.application.account import Account
from services.directory.application.roll import Roll
from services.directory.application.sign_in import admit, knock
from services.directory.application.take_in import take_in_district, take_in_school
from services.directory.application.unit import Unit
from services.directory.formats import password
from services.directory.store import DirectoryUnit

_PATIENCE_SECONDS = 3  # whoever asks waits five: what is begun here is still heard


def build() -> House:
    """Return the house on the database, and with the keys, that the environment names."""
    return House(service="directory", unit=partial(DirectoryUnit, vault=Vault(settings.directory_keys())))


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


def _admit(account: Account, unit: Unit, ask: SignIn) -> SignedIn:
    return admit(unit, ask, account)


def seed(house: House, plain: dict[str, Any]) -> None:
    """Take in a district's roll (`application.roll.Roll`), one transaction for the district and one a school.

    What is news is announced; again changes and announces nothing. Raises marshmallow.ValidationError.
    """
    roll = Roll.load(plain)
    _take_in(house, Scope(district_id=roll.district.district_id), take_in_district, roll)
    for school in roll.schools:
        scope = Scope(district_id=roll.district.district_id, school_id=school.school_id)
        _take_in(house, scope, take_in_school, school)


def _take_in(house: House, scope: Scope, use_case: Any, roll: Any) -> None:
    with house.database.begin(scope) as connection:
        use_case(house.unit(connection, scope=scope, request_id="seed"), roll)
