"""Remedy: for each finding the changes that really pass, found by judging the changed case again."""

from collections.abc import Sequence
from datetime import date

from engines.policy.candidate import candidates
from engines.policy.case import Case, CaseIncomplete
from engines.policy.change import changed
from engines.policy.finding import Finding, Offer
from engines.policy.findings import bindings, findings
from engines.policy.norm import Norm


def remedy(
    norms: Sequence[Norm], case: Case, on: date, finding: Finding, found: Sequence[Finding]
) -> tuple[Offer, ...]:
    """Return the offers for one finding among those found, the least change first.

    After an offer its norm is content, nothing about the same field is refused, and nothing is refused that was not
    before: where only one field is at fault, the whole case passes.
    """
    refused_before = [other.norm for other in found if other.refuses]

    def passes(offer: Offer) -> bool:
        try:
            after = _judged(norms, changed(case, offer.field, offer.value), on)
        except CaseIncomplete:
            return False
        return all(_is_no_matter(left, finding, refused_before) for left in after)

    ways = candidates(norms, case, on, finding, found)
    return tuple(offer for way in ways for offer in [o for o in way.offers if passes(o)][: way.most])


def _judged(norms: Sequence[Norm], case: Case, on: date) -> tuple[Finding, ...]:
    return findings(bindings(norms, case, on), case)


def _is_no_matter(left: Finding, mended: Finding, refused_before: Sequence[Norm]) -> bool:
    """Say whether a finding that is left after a change does not speak against offering the change."""
    if left.norm == mended.norm:
        return False
    return not left.refuses or (left.field != mended.field and left.norm in refused_before)

