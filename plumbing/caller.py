"""Caller: who stands before a door, for which request, with which idempotency key."""

from dataclasses import dataclass

from contracts.actor import NOBODY, Actor
from plumbing.scope import Scope

PASSPORT, DEADLINE, KEY, REQUEST = "qingfu-passport", "qingfu-deadline", "qingfu-key", "qingfu-request"
"""Headers of a call: the signed passport, the deadline in milliseconds since 1970, the key, the request's id."""


@dataclass(frozen=True, kw_only=True)
class Caller:
    """`actor` is believed because the passport was; everything a use case decides is decided on it."""

    actor: Actor
    call: str
    request_id: str
    key: str | None = None
    deadline_ms: int | None = None

    @property
    def scope(self) -> Scope:
        """Return what the caller's transaction may see; who stands in no district yet sees the platform only."""
        district_id = self.actor.district_id
        return Scope(district_id=None if district_id == NOBODY else district_id, school_id=self.actor.school_id)
