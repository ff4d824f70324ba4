"""A finding as plain, JSON-safe data: what a form can show, quote and send back."""

from typing import Any

from engines.policy.finding import Finding, Offer
from engines.policy.unit import Unit, time_words
from engines.policy.value import Value
from engines.policy.vocabulary import FIELDS


def finding_to_plain(finding: Finding) -> dict[str, Any]:
    """Return the finding with its offers worked out; `observed` and `limit` only where the norm is about a number."""
    return {
        "norm": finding.norm.key, "layer": str(finding.layer), "force": str(finding.force), "field": finding.field,
        "sentence": finding.sentence, "arithmetic": finding.arithmetic, "observed": _number(finding.observed),
        "limit": _number(finding.limit), "clause": finding.clause, "source": finding.source,
        "since": finding.since.isoformat(), "offers": tuple(map(_offer, finding.remedy)),
    }


def _offer(offer: Offer) -> dict[str, str]:
    return {"words": offer.words, "field": offer.field, "value": _as_typed(offer.field, offer.value)}


def _as_typed(field: str, value: Value) -> str:
    """Return a value as a form sends it: digits, a time, a code, or codes between commas (none: empty)."""
    if isinstance(value, int) and field in FIELDS and FIELDS[field].unit is Unit.TIME:
        return time_words(value)
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _number(value: Value) -> int | None:
    return value if isinstance(value, int) else None
