"""Factor: somebody's second factor as it is kept, and a sign-in that waits for it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Factor:
    """`secret` is base32; a code counts only in a step after `used_step`; `recovery` indexes the unused codes."""

    person_id: str
    secret: str
    confirmed: bool = False
    used_step: int = 0
    recovery: frozenset[bytes] = frozenset()


@dataclass(frozen=True, kw_only=True)
class HalfWay:
    """Somebody whose password was right; `secret` is the kept form of the token that proves it."""

    secret: bytes
    person_id: str
    expires_at: datetime
