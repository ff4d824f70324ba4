"""Opening: a session begins, for as long as suits what its person holds."""

from contracts.actor import STAFF
from contracts.directory.device import Browser, System
from contracts.directory.session import SignedIn
from services.directory.application.signing_in.account import OpenSession
from services.directory.application.unit import Unit
from services.directory.domain.session_life import kept_form, life


def open_session(unit: Unit, person_id: str, *, browser: Browser, system: System) -> SignedIn:
    """Let a session of this person begin, and return the only copy of its secret."""
    roles = {role for actor in unit.standing(person_id).actors for role in actor.roles()}
    token = unit.new_token()
    session = OpenSession(
        session_id=unit.new_id(),
        person_id=person_id,
        secret=kept_form(token),
        browser=browser,
        system=system,
        began_at=unit.now,
        seen_at=unit.now,
        expires_at=unit.now + life(of_staff=bool(roles & STAFF)),
    )
    unit.keep_session(session)
    return SignedIn(token=token, person_id=person_id, expires_at=session.expires_at)
