"""Identifiers: UUIDv7 (RFC 9562), in order of time, so that indexes grow at one end."""

import os
import time
from uuid import UUID


def secret() -> str:
    """Return 128 random bits in hexadecimal: what nobody can guess, and nobody has used before."""
    return os.urandom(16).hex()


def new_id() -> str:
    """Return an identifier nobody has used before."""
    milliseconds = time.time_ns() // 1_000_000
    chance = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds & 0xFFFF_FFFF_FFFF) << 80 | chance
    version_and_variant = 0x7 << 76 | 0x2 << 62
    return str(UUID(int=value & ~(0xF << 76 | 0x3 << 62) | version_and_variant))
