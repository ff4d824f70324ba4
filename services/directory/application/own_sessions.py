"""Own sessions: where the asker is signed in; what they end is over at once, for everybody who keeps a copy."""

from collections.abc import Collection

from contracts.directory.own_sessions import (
    Ended,
    EndOtherSessions,
    EndSession,
    ListSessions,
    OwnSession,
    OwnSessions,
)
from contracts.directory.session import SessionEnded
from services.directory.application.account import OpenSession
from services.directory.application.unit import Unit


def list_sessions(unit: Unit, ask: ListSessions) -> OwnSessions:
    """Return the asker's open sessions, the one used last first."""
    return OwnSessions(sessions=tuple(_shown(session) for session in unit.sessions_of(_asker(unit))))


def end_session(unit: Unit, ask: EndSession) -> Ended:
    """End one session of the asker's; what is not open, or not theirs, stays as it is."""
    return _end(unit, (ask.session_id,))


def end_other_sessions(unit: Unit, ask: EndOtherSessions) -> Ended:
    """End every session of the asker's but the one that is named."""
    mine = (session.session_id for session in unit.sessions_of(_asker(unit)))
    return _end(unit, tuple(session_id for session_id in mine if session_id != ask.session_id))


def _end(unit: Unit, session_ids: Collection[str]) -> Ended:
    ended = sorted(unit.end_sessions(_asker(unit), session_ids))
    unit.emit_all(SessionEnded(session_id=session_id) for session_id in ended)
    return Ended(ended=len(ended))


def _asker(unit: Unit) -> str:
    assert unit.actor is not None, "a call has an actor"
    return unit.actor.person_id


def _shown(session: OpenSession) -> OwnSession:
    return OwnSession(
        session_id=session.session_id, browser=session.browser, system=session.system, began_at=session.began_at,
        seen_at=session.seen_at, expires_at=session.expires_at,
    )
