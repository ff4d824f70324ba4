"""Patience: how long one request may still wait for houses, so that its page comes within ten seconds in any case."""

import time

WHOLE_REQUEST = 8.0
ONE_CALL = 5.0
AFTER_TROUBLE = 1.5


class Patience:
    """Seconds left of one request, shared by all its calls."""

    def __init__(self, seconds: float = WHOLE_REQUEST):
        self._until = time.monotonic() + seconds

    def left(self, most: float = ONE_CALL) -> float:
        """Return how long the next call may take; 0 when all is used up."""
        return max(0.0, min(most, self._until - time.monotonic()))

    def shorten(self, seconds: float = AFTER_TROUBLE) -> None:
        """Wait no longer than `seconds` from now: a house has failed, and the person has waited already."""
        self._until = min(self._until, time.monotonic() + seconds)
