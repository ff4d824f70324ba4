"""Made: how an edition came about, and its place on record."""

from dataclasses import dataclass
from datetime import date, datetime

from engines.policy import Layer


@dataclass(frozen=True, kw_only=True)
class Made:
    """Without `by` it is the operator's doing. `act` is published, adopted or granted.

    `first_change` is the first day on which the edition differs from the one before.
    """

    act: str = "published"
    by: str | None = None
    authors: tuple[str, ...] = ()
    reason: str = ""
    first_change: date | None = None


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """An edition as the record lists it."""

    layer: Layer
    version: int
    published_at: datetime
    made: Made
