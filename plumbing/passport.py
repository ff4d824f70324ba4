"""Passport: the gateway's signed word on who acts, for one house, for a minute; houses believe nothing else."""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from marshmallow import ValidationError

from contracts.actor import Actor
from contracts.errors import NotSignedIn
from plumbing import clock

LIFE = timedelta(seconds=60)
_ALGORITHM = "EdDSA"
_ISSUER = "qingfu-gateway"
_REMEMBERED = 4096
_REMEMBERING = threading.Lock()


def make_keys() -> tuple[str, str]:
    """Return a new pair of keys as PEM: the gateway's private one, the houses' public one."""
    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return private.decode(), public.decode()


class PassportOffice:
    """Signs passports, and hands the same one out again while at least half its life is left."""

    def __init__(self, private_key: str):
        self._key = serialization.load_pem_private_key(private_key.encode(), password=None)
        self._issued: OrderedDict[tuple[Actor, str], tuple[str, Any]] = OrderedDict()

    def passport(self, actor: Actor, service: str) -> str:
        """Return a passport that `service` will believe."""
        now = clock.now()
        issued = self._issued.get((actor, service))
        if issued and timedelta() <= now - issued[1] < LIFE / 2:
            return issued[0]
        claims = {
            "iss": _ISSUER, "aud": service, "sub": actor.person_id, "iat": now, "exp": now + LIFE, "actor": actor.dump()
        }
        token = jwt.encode(claims, self._key, algorithm=_ALGORITHM)  # type: ignore[arg-type]
        _remember(self._issued, (actor, service), (token, now))
        return token


@dataclass(frozen=True, kw_only=True)
class _Checked:
    actor: Actor
    expires: float


class PassportControl:
    """Checks passports for one house; a checked one is remembered until it expires."""

    def __init__(self, public_key: str, service: str):
        self._key, self._service = serialization.load_pem_public_key(public_key.encode()), service
        self._checked: OrderedDict[str, _Checked] = OrderedDict()

    def actor(self, token: object) -> Actor:
        """Return the actor the gateway vouches for. Raises NotSignedIn for anything else."""
        if not isinstance(token, str):
            raise NotSignedIn
        known = self._checked.get(token)
        if known is None:
            known = self._check(token)
            _remember(self._checked, token, known)
        if known.expires <= clock.now().timestamp():
            raise NotSignedIn
        return known.actor

    def _check(self, token: str) -> _Checked:
        # the library compares dates with the machine's clock, not with ours: it checks the rest, we the dates
        options: Any = {"require": ["exp", "iat", "aud", "iss", "sub"], "verify_exp": False, "verify_iat": False}
        try:
            claims = jwt.decode(
                token, self._key, algorithms=[_ALGORITHM],  # type: ignore[arg-type]
                audience=self._service, issuer=_ISSUER, options=options,
            )
            actor = Actor.load(claims["actor"])
            issued, expires = float(claims["iat"]), float(claims["exp"])
        except (jwt.PyJWTError, ValidationError, KeyError, TypeError, ValueError) as problem:
            raise NotSignedIn from problem
        longest = LIFE.total_seconds()
        if claims["sub"] != actor.person_id or expires - issued > longest or issued > clock.now().timestamp() + longest:
            raise NotSignedIn
        return _Checked(actor=actor, expires=expires)


def _remember(memory: "OrderedDict[Any, Any]", key: object, value: object) -> None:
    with _REMEMBERING:
        memory[key] = value
        memory.move_to_end(key)
        while len(memory) > _REMEMBERED:
            memory.popitem(last=False)
