"""The demo's one password: easy to type, worth nothing, and its hash, made once for all accounts."""

from argon2.low_level import Type, hash_secret

PASSWORD = "qingfu2026"  # noqa: S105  printed on every card
_SALT = b"qingfu demo salt"


def password_hash() -> str:
    """Return the argon2id hash that every demo account has; its salt is fixed so that two runs agree."""
    hashed = hash_secret(
        PASSWORD.encode(), _SALT, time_cost=2, memory_cost=19 * 1024, parallelism=1, hash_len=32, type=Type.ID
    )
    return hashed.decode()
