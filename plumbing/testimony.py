"""Testimony, signed: the gateway's word on what a provider has said; directory believes it for ten minutes.

The key is that of passports; the audience is another, so that neither is ever taken for the other.
"""

from datetime import timedelta
from typing import Any

import jwt
from marshmallow import ValidationError

from contracts.directory.outside import Testimony
from contracts.errors import SpentTestimony
from plumbing import clock

LIFE = timedelta(minutes=10)
_ALGORITHM, _ISSUER, _AUDIENCE = "EdDSA", "qingfu-gateway", "directory.outside"


def signed(said: Testimony, private_key: str) -> str:
    """Return the testimony as directory will believe it."""
    claims = {"iss": _ISSUER, "aud": _AUDIENCE, "exp": clock.now() + LIFE, "said": said.dump()}
    return jwt.encode(claims, private_key, algorithm=_ALGORITHM)


def believed(token: str, public_key: str) -> Testimony:
    """Return what the gateway vouches for. Raises SpentTestimony for anything else, and for what is too old."""
    # the library compares dates with the machine's clock, not with ours: it checks the rest, we the date
    options: Any = {"require": ["exp", "aud", "iss", "said"], "verify_exp": False}
    try:
        claims = jwt.decode(
            token, public_key, algorithms=[_ALGORITHM], audience=_AUDIENCE, issuer=_ISSUER, options=options
        )
        said, expires = Testimony.load(claims["said"]), float(claims["exp"])
    except (jwt.PyJWTError, ValidationError, KeyError, TypeError, ValueError) as problem:
        raise SpentTestimony from problem
    if not 0 < expires - clock.now().timestamp() <= LIFE.total_seconds():
        raise SpentTestimony
    return said
