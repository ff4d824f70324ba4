"""How long a session lasts, and the form in which its secret is kept."""

import hashlib
from datetime import timedelta

_STAFF = timedelta(hours=12)
_FAMILY = timedelta(days=30)
SEEN_TO = timedelta(hours=1)
"""How closely it is noted when a session was last used: enough to know one's own again, no diary of anybody's day."""


HALF_WAY = timedelta(minutes=5)
"""How long a sign-in waits for its second step."""


def life(*, of_staff: bool) -> timedelta:
    """Return how long: a working day for those who see other people's children, a month on a family's own phone."""
    return _STAFF if of_staff else _FAMILY


def kept_form(token: str) -> bytes:
    """Return what is stored of a token: enough to know it again, not to use it."""
    return hashlib.sha256(token.encode()).digest()
