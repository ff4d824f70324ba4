"""Ending: sessions are over at once, for everybody who keeps a copy."""

from collections.abc import Iterable

from contracts.directory.session import SessionEnded
from contracts.directory.signing_out import SignOutReason
from services.directory.application.unit import Unit


def end_every_session(unit: Unit, person_id: str, reason: SignOutReason | None = None) -> int:
    """End all the person's open sessions, tell it, and return how many they were; an office's reason is kept."""
    return end_sessions(unit, person_id, (session.session_id for session in unit.sessions_of(person_id)), reason)


def end_sessions(unit: Unit, person_id: str, session_ids: Iterable[str], reason: SignOutReason | None = None) -> int:
    """End those of the person's sessions that are open, tell it, and return how many they were."""
    ended = sorted(unit.end_sessions(person_id, tuple(session_ids), reason))
    unit.emit_all(SessionEnded(session_id=session_id) for session_id in ended)
    return len(ended)
