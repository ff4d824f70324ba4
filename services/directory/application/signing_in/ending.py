"""Ending: sessions are over at once, for everybody who keeps a copy."""

from collections.abc import Iterable

from contracts.directory.session import SessionEnded
from services.directory.application.unit import Unit


def end_sessions(unit: Unit, person_id: str, session_ids: Iterable[str]) -> int:
    """End those of the person's sessions that are open, tell it, and return how many they were."""
    ended = sorted(unit.end_sessions(person_id, tuple(session_ids)))
    unit.emit_all(SessionEnded(session_id=session_id) for session_id in ended)
    return len(ended)
