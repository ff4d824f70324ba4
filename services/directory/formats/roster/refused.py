"""Refused: a file as a whole cannot be taken; nothing of it is quoted."""

from contracts.errors import InvalidRequest


def refused(what: str, remedy: str) -> InvalidRequest:
    """Return what is said: what is the matter, and what to do."""
    return InvalidRequest(what + remedy, {"fields": {"file": [what + remedy]}})
