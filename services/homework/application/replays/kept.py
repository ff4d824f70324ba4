"""KeptReplay: a replay as it was asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from engines.policy import Layer


@dataclass(frozen=True, kw_only=True)
class KeptReplay:
    """`norms` are the documents of all that the layer would say. The result is there once its job is done."""

    replay_id: str
    asked_by: str
    layer: Layer
    norms: tuple[dict[str, Any], ...]
    first: date
    last: date
    job_id: str
    result: dict[str, Any] | None = None

    @property
    def days(self) -> Iterator[date]:
        """Yield every day of the period."""
        return (self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1))
