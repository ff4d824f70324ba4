"""Request: a school asks that a norm above does not bind it for a time, and what the district has said."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from engines.policy import Layer, Norm, granting


class RequestState(StrEnum):
    """Where a request stands; only what is ASKED can change."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class Request:
    """`limits` is the scope and value of the derogation as a plain document, without whom it is for and who grants it.

    `words` are the district's: its reference when it grants, its reason when it does not.
    """

    request_id: str
    school_id: str
    layer: Layer
    norm: str
    limits: Mapping[str, Any]
    effective_from: date
    effective_to: date
    reason: str
    asked_by: str
    asked_at: datetime
    state: RequestState = RequestState.ASKED
    words: str = ""
    decided_by: str | None = None
    decided_at: datetime | None = None

    def ended(self, state: RequestState, *, by: str, at: datetime, words: str = "") -> "Request":
        """Return the request after somebody has decided it, or taken it back."""
        return replace(self, state=state, decided_by=by, decided_at=at, words=words)

    def granted_from(self, norm: Norm, granted_by: str, today: date) -> Norm:
        """Return the norm with what is asked for granted, never for days that are past. Raises NormUnreadable."""
        first = max(self.effective_from, today)
        line = {
            "schools": [self.school_id], **self.limits, "effective_from": first.isoformat(),
            "effective_to": self.effective_to.isoformat(), "reason": self.reason, "granted_by": granted_by,
        }
        return granting(norm, [line])
