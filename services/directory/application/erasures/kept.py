"""What is kept of an erasure that somebody has asked for."""

from dataclasses import dataclass
from datetime import datetime

from contracts.directory.erasure import ErasureReason


@dataclass(frozen=True, kw_only=True)
class KeptErasure:
    """A request that waits for a second person."""

    pupil_id: str
    reason: ErasureReason
    asked_by: str
    expires_at: datetime


@dataclass(frozen=True, kw_only=True)
class Family:
    """Who goes with some children, or may: the adults who are or were their guardians, and everybody's names."""

    guardian_ids: frozenset[str]
    names: frozenset[str]
