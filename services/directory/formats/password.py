"""Password: kept as an argon2id hash, and held against one in the same time for every name; not one easily guessed."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import zxcvbn

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
NOBODYS = _HASHER.hash("no account has this hash")
"""What a password is held against where there is no account: as much work as any other hash, and never right."""

SHORTEST, _LOOKED_AT, _LEAST_SCORE = 8, 64, 2
_EVERYBODYS = ("qingfu", "轻负", "woaini", "aini1314", "5201314")


def complaint(password: str, *known: str) -> str | None:
    """Say what is wrong with a password that somebody chooses, nothing if it will do; `known` is what others know.

    No rules about capitals and signs: only what is guessed within a million tries is refused.
    """
    if len(password) < SHORTEST:
        return f"至少 {SHORTEST} 个字。"
    guessed = zxcvbn(password[:_LOOKED_AT], user_inputs=[*_EVERYBODYS, *known])["score"] < _LEAST_SCORE
    return "这个密码很容易猜到，请换一个：几个不相干的词连起来就好。" if guessed else None


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
