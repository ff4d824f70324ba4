"""Sessions: whose one is, and its end."""

from contracts.directory.session import ReadSession, Session, SessionEnded, SignedOut, SignOut
from contracts.errors import NotSignedIn
from services.directory.application.unit import Unit
from services.directory.domain.session_life import SEEN_TO, kept_form


def read_session(unit: Unit, ask: ReadSession) -> Session:
    """Return the open session with all that its person holds at this moment, everywhere; it was just used.

    Raises NotSignedIn.
    """
    session = unit.session(kept_form(ask.token))
    if session is None:
        raise NotSignedIn
    if session.seen_at <= unit.now - SEEN_TO:
        unit.see_session(session.session_id)
    standing = unit.standing(session.person_id)
    return Session(
        session_id=session.session_id,
        person_id=session.person_id,
        name=standing.name,
        actors=standing.actors,
        schools=standing.schools,
        second_factor_from=standing.second_factor_from,
        expires_at=session.expires_at,
    )


def sign_out(unit: Unit, ask: SignOut) -> SignedOut:
    """End the session at once and tell those who keep a copy of it; a token that opens nothing is fine too."""
    if session_id := unit.end_session(kept_form(ask.token)):
        unit.emit(SessionEnded(session_id=session_id))
    return SignedOut()
