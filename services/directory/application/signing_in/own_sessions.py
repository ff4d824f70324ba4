"""Own sessions: where the asker is signed in; what they end is over at once, for everybody who keeps a copy."""

from contracts.directory.own_sessions import (
    Ended,
    EndOtherSessions,
    EndSession,
    ListSessions,
    OwnSession,
    OwnSessions,
)
from services.directory.application.asker import asker
from services.directory.application.signing_in.account import OpenSession
from services.directory.application.signing_in.ending import end_sessions
from services.directory.application.unit import Unit


def list_sessions(unit: Unit, ask: ListSessions) -> OwnSessions:
    """Return the asker's open sessions, the one used last first, and what an office has ended of late."""
    person_id = asker(unit).person_id
    return OwnSessions(
        sessions=tuple(_shown(session) for session in unit.sessions_of(person_id)),
        signed_out=unit.signed_out_by_office(person_id),
    )


def end_session(unit: Unit, ask: EndSession) -> Ended:
    """End one session of the asker's; what is not open, or not theirs, stays as it is."""
    return Ended(ended=end_sessions(unit, asker(unit).person_id, (ask.session_id,)))


def end_other_sessions(unit: Unit, ask: EndOtherSessions) -> Ended:
    """End every session of the asker's but the one that is named."""
    person_id = asker(unit).person_id
    mine = (session.session_id for session in unit.sessions_of(person_id))
    return Ended(ended=end_sessions(unit, person_id, (one for one in mine if one != ask.session_id)))


def _shown(session: OpenSession) -> OwnSession:
    return OwnSession(
        session_id=session.session_id, browser=session.browser, system=session.system, began_at=session.began_at,
        seen_at=session.seen_at, expires_at=session.expires_at,
    )
