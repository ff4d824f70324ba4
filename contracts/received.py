"""Received: an event as it reached a house, with what its envelope says."""

from dataclasses import dataclass
from datetime import datetime

from contracts.event import Event


@dataclass(frozen=True, kw_only=True)
class Received:
    """`sequence` counts 1..n per aggregate; keep full-state facts only where it is higher than what stands."""

    event: Event
    message_id: str
    sequence: int
    occurred_at: datetime
    district_id: str | None
    school_id: str | None
    request_id: str
