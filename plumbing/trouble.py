"""Trouble: which failures pass by themselves, so that a message is tried again and a caller told to come back."""

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, TimeoutError

from contracts.errors import OutcomeUnknown, StillAnswering, Unavailable

LOCK_NOT_AVAILABLE = "55P03"
_PASSING = ("08", "53", "57P", "57014", "58", LOCK_NOT_AVAILABLE)
_TO_REPEAT = ("40001", "40P01")


def _code(problem: DBAPIError) -> str:
    return getattr(problem.orig, "pgcode", None) or ""


def lock_timed_out(problem: DBAPIError) -> bool:
    """Say whether another transaction held the lock for too long."""
    return _code(problem) == LOCK_NOT_AVAILABLE


def to_repeat(problem: BaseException) -> bool:
    """Say whether the whole transaction should simply run again (deadlock, serialisation)."""
    return isinstance(problem, DBAPIError) and _code(problem) in _TO_REPEAT


def passes(problem: BaseException) -> bool:
    """Say whether the failure lies in reach or load, not in what was asked; a commit without an answer too."""
    if isinstance(problem, TimeoutError | Unavailable | OutcomeUnknown | StillAnswering):
        return True
    if not isinstance(problem, DBAPIError):
        return False
    code = _code(problem)
    lost = problem.connection_invalidated or (not code and isinstance(problem, OperationalError | InterfaceError))
    return lost or to_repeat(problem) or code.startswith(_PASSING)
