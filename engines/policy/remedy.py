"""Remedy: for each finding the changes that really pass, found by judging the changed case again."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import islice

from engines.policy.candidate import candidates
from engines.policy.case import Case, CaseIncomplete
from engines.policy.change import changed
from engines.policy.finding import Finding, Offer
from engines.policy.findings import bindings, findings
from engines.policy.norm import Norm
from engines.policy.value import Value

Retrial = Callable[[str, Value], Sequence[Finding] | None]
"""What is left to find after a change; None where the changed case cannot be judged."""


def with_remedies(norms: Sequence[Norm], case: Case, on: date, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings with their offers, the least change first.

    After an offer its norm is content, nothing about the same field is refused, and nothing is refused that was not
    before: where only one field is at fault, the whole case passes.
    """
    retrial = _retrial(norms, case, on)
    refused = [finding.norm for finding in found if finding.refuses]

    def offers(finding: Finding) -> tuple[Offer, ...]:
        ways = candidates(norms, case, on, finding, found)
        passing = (islice(filter(_passes(finding, refused, retrial), way.offers), way.most) for way in ways)
        return tuple(offer for some in passing for offer in some)

    return tuple(replace(finding, remedy=offers(finding)) for finding in found)


def _retrial(norms: Sequence[Norm], case: Case, on: date) -> Retrial:
    """Return the retrial of this case; the same change is tried once, however many findings offer it."""

    @cache
    def retrial(field: str, value: Value) -> Sequence[Finding] | None:
        try:
            other = changed(case, field, value)
            return findings(bindings(norms, other, on), other)
        except CaseIncomplete:
            return None

    return retrial


def _passes(finding: Finding, refused: Sequence[Norm], retrial: Retrial) -> Callable[[Offer], bool]:
    def passes(offer: Offer) -> bool:
        left = retrial(offer.field, offer.value)
        return left is not None and all(_is_no_matter(other, finding, refused) for other in left)

    return passes


def _is_no_matter(left: Finding, mended: Finding, refused: Sequence[Norm]) -> bool:
    """Say whether a finding that is left after a change does not speak against offering the change."""
    if left.norm == mended.norm:
        return False
    return not left.refuses or (left.field != mended.field and left.norm in refused)
