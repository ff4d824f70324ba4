"""Sealing: a column that only its house can read, and that can still be searched for one exact value."""

import hmac
import os
import secrets
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_KEY_BYTES, _NONCE_BYTES = 32, 12
_INDEX = "index"


class CannotBeOpened(Exception):
    """What is sealed was not sealed here: another row's, another column's, damaged, or by a key we do not have."""


class KeysUnreadable(SystemExit):
    """The keys of a house do not read `index:HEX,1:HEX`, 32 bytes each; the house cannot start."""


class Vault:
    """Seals with the newest of its keys, opens with any of them; a value is looked for by a key of its own.

    AES-256-GCM under a random nonce, the key's number in front; the row's place is bound in, so that a sealed value is
    good nowhere else. The index is HMAC-SHA-256 over the column's name and the value: equal values, equal index.
    """

    def __init__(self, keys: str):
        named = _read(keys)
        self._index = named.pop(_INDEX)
        self._ciphers = {int(name): AESGCM(key) for name, key in named.items()}
        self._newest = max(self._ciphers)

    def seal(self, value: str, place: str) -> bytes:
        """Return the value sealed for one place: `table|column|owner|row`."""
        nonce = os.urandom(_NONCE_BYTES)
        sealed = self._ciphers[self._newest].encrypt(nonce, value.encode(), place.encode())
        return bytes((self._newest,)) + nonce + sealed

    def open(self, sealed: bytes, place: str) -> str:
        """Return the value that was sealed for this place. Raises CannotBeOpened."""
        try:
            cipher = self._ciphers[sealed[0]]
            return cipher.decrypt(sealed[1:1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES:], place.encode()).decode()
        except (KeyError, IndexError, ValueError, InvalidTag) as problem:
            raise CannotBeOpened(place) from problem

    def index(self, value: str, column: str) -> bytes:
        """Return what stands for the value in an index of the column: `table|column`."""
        return hmac.digest(self._index, f"{column}|{value}".encode(), "sha256")


def make_keys() -> str:
    """Return new keys, as a setting holds them."""
    return f"{_INDEX}:{secrets.token_hex(_KEY_BYTES)},1:{secrets.token_hex(_KEY_BYTES)}"


def _read(keys: str) -> dict[str, bytes]:
    try:
        named = {name: bytes.fromhex(key) for name, key in (one.split(":") for one in keys.strip().split(","))}
        _check(named)
    except ValueError as problem:
        words = "QINGFU_DIRECTORY_KEYS cannot be read; the operator's guide says what it holds"
        raise KeysUnreadable(words) from problem
    return named


def _check(named: Mapping[str, bytes]) -> None:
    numbers = [int(name) for name in named if name != _INDEX]
    if _INDEX not in named or not numbers or not all(1 <= number <= 255 for number in numbers):
        raise ValueError("an index key and at least one numbered key")
    if any(len(key) != _KEY_BYTES for key in named.values()):
        raise ValueError("32 bytes each")
