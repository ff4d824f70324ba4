"""Own password: proved before the ways into an account change; a try is counted before anyone knows how it ends."""

from datetime import timedelta
from typing import Protocol

from contracts.directory.own_password import ChangePassword, PasswordChanged, WithPassword
from services.directory.application.asker import asker
from services.directory.application.signing_in.account import Account
from services.directory.application.signing_in.ending import end_sessions
from services.directory.application.signing_in.throttle import heard, well_meant
from services.directory.application.unit import Unit
from services.directory.domain.patience import Patience

_PATIENCE = Patience(
    free=5, first=timedelta(seconds=30), longest=timedelta(minutes=15), memory=timedelta(days=1)
)
"""Whoever asks is signed in, perhaps at somebody else's phone: as few guesses as at a second factor."""


class PasswordUnit(Unit, Protocol):
    """What the own password can reach."""

    def own_account(self, person_id: str) -> Account | None:
        """Return the account of a person."""

    def keep_password(self, person_id: str, password_hash: str) -> None:
        """Let this be the password of a person who has an account."""


def count_own_password(unit: PasswordUnit, ask: WithPassword) -> Account | None:
    """Count one more try of the asker's password; return their account. Raises TooManyTries."""
    person_id = asker(unit).person_id
    heard(unit, {_name(person_id): _PATIENCE})
    return unit.own_account(person_id)


def password_was_right(unit: Unit) -> None:
    """Let the try count no longer."""
    well_meant(unit, {_name(asker(unit).person_id): _PATIENCE})


def change_password(unit: PasswordUnit, ask: ChangePassword, password_hash: str) -> PasswordChanged:
    """Let the new password stand, and end every session of the asker's but the one in hand."""
    person_id = asker(unit).person_id
    password_was_right(unit)
    unit.keep_password(person_id, password_hash)
    mine = (session.session_id for session in unit.sessions_of(person_id))
    return PasswordChanged(ended=end_sessions(unit, person_id, (one for one in mine if one != ask.session_id)))


def _name(person_id: str) -> str:
    return f"own password {person_id}"
