"""Password: kept as an argon2id hash, and held against one, in the same time whether the account exists or not."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
NOBODYS = _HASHER.hash("no account has this hash")
"""What a password is held against where there is no account: as much work as any other hash, and never right."""


def hashed(password: str) -> str:
    """Return the hash to keep: argon2id, 19 MiB, two passes, salted."""
    return _HASHER.hash(password)


def belongs(password: str, password_hash: str | None) -> bool:
    """Say whether the password is the one of the hash; without one, say no after the same work."""
    try:
        right = _HASHER.verify(password_hash or NOBODYS, password)
    except (VerificationError, InvalidHashError):
        return False
    return right and password_hash is not None
