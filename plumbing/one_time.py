"""One-time codes as authenticators on phones show them (RFC 4226, RFC 6238): six digits, new every thirty seconds."""

import base64

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.hotp import HOTP

from plumbing import clock

SECRET_BYTES, STEP_SECONDS, _DIGITS = 20, 30, 6


def present_step() -> int:
    """Return the number of the thirty seconds that phones are in."""
    return int(clock.on_phones().timestamp()) // STEP_SECONDS


def code_of(secret: str, step: int) -> str:
    """Return the code of a secret (base32) in one step."""
    return HOTP(base64.b32decode(secret), _DIGITS, SHA1()).generate(step).decode()  # noqa: S303 - as phones compute it
