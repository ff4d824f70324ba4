"""Remedy: the changes that really pass, found by judging the changed case again."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import islice

from engines.policy.candidate import candidates
from engines.policy.case import Case, CaseIncomplete
from engines.policy.change import changed
from engines.policy.finding import Finding, Offer
from engines.policy.norm import Norm

Findings = Callable[[Case], Sequence[Finding]]
"""Returns what is wrong with a case. Raises CaseIncomplete."""


def offers(
    norms: Sequence[Norm], case: Case, on: date, finding: Finding, findings: Findings
) -> tuple[Offer, ...]:
    """Return the ways out of a finding, the least change first.

    After an offer its norm is content, nothing about the same field is refused, and nothing is refused that was not
    before: where only one field is at fault, the whole case passes.
    """
    found = findings(case)
    refused = [other.norm for other in found if other.refuses]

    def passes(offer: Offer) -> bool:
        try:
            left = findings(changed(case, offer.field, offer.value))
        except CaseIncomplete:
            return False
        return all(_is_no_matter(other, finding, refused) for other in left)

    ways = candidates(norms, case, on, finding, found)
    return tuple(offer for way in ways for offer in islice(filter(passes, way.offers), way.most))


def _is_no_matter(left: Finding, mended: Finding, refused: Sequence[Norm]) -> bool:
    """Say whether a finding that is left after a change does not speak against offering the change."""
    if left.norm == mended.norm:
        return False
    return not left.refuses or (left.field != mended.field and left.norm in refused)
