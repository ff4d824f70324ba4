"""Identifiers that come out the same every time: by name, or by name and moment."""

from datetime import datetime
from uuid import UUID, uuid5

_NAMESPACE = UUID("6f1b0f6e-2b7c-5d1a-9a30-71696e676675")
_BELOW_THE_TIME = (1 << 80) - 1
_VERSION_AND_VARIANT = 0x7 << 76 | 0x2 << 62


def an_id(*key: object) -> str:
    """Return the identifier (UUIDv5) of the thing that `key` names."""
    return str(uuid5(_NAMESPACE, "/".join(map(str, key))))


def an_id_at(moment: datetime, *key: object) -> str:
    """Return an identifier shaped as UUIDv7, so that a page ordered by id is ordered by time."""
    named = uuid5(_NAMESPACE, "/".join(map(str, key))).int & _BELOW_THE_TIME
    milliseconds = int(moment.timestamp() * 1000)
    return str(UUID(int=milliseconds << 80 | named & ~(0xF << 76 | 0x3 << 62) | _VERSION_AND_VARIANT))
