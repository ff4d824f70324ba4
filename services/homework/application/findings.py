"""Findings as they travel: the engine's, in the words and values a form can show and send back."""

from contracts import finding as wire
from engines.policy import Finding, Offer
from engines.policy.value import Value


def finding_of(finding: Finding) -> wire.Finding:
    """Return a finding as it travels; numbers only where the norm is about a number."""
    return wire.Finding(
        norm=finding.norm.key,
        layer=finding.layer,
        force=finding.force,
        field=finding.field,
        sentence=finding.sentence,
        arithmetic=finding.arithmetic,
        observed=_number(finding.observed),
        limit=_number(finding.limit),
        clause=finding.clause,
        source=finding.source,
        since=finding.since,
        offers=tuple(_offer_of(offer) for offer in finding.remedy),
    )


def _offer_of(offer: Offer) -> wire.Offer:
    return wire.Offer(words=offer.words, field=offer.field, value=_as_typed(offer.value))


def _as_typed(value: Value) -> str:
    """Return a value as a form sends it: digits, a code, or codes between commas (none: empty)."""
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _number(value: Value) -> int | None:
    return value if isinstance(value, int) else None
