"""Received: an event as it reached a house, with what its envelope says."""

from dataclasses import dataclass
from datetime import datetime

from contracts.event import Event


@dataclass(frozen=True, kw_only=True)
class Received:
    """`queue` is the subscription it came by; `sequence` counts 1..n per aggregate.

    A fact of full state is kept only where its sequence is higher than what stands.
    """

    event: Event
    queue: str
    message_id: str
    sequence: int
    occurred_at: datetime
    district_id: str | None
    school_id: str | None
    request_id: str
