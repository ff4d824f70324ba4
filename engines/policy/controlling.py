"""Controlling: of findings that say the same thing, layer over layer, the one that decides."""

from collections.abc import Sequence

from engines.policy.finding import Finding
from engines.policy.norm import Bound


def controlling(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings without those that another one says at least as strictly; of equals the first stays."""
    ranked = list(enumerate(findings))

    def is_echo(rank: int, finding: Finding) -> bool:
        return any(_echoes(finding, other, earlier=at < rank) for at, other in ranked if at != rank)

    return tuple(finding for rank, finding in ranked if not is_echo(rank, finding))


def _echoes(finding: Finding, other: Finding, *, earlier: bool) -> bool:
    same_thing = _thing(finding) == _thing(other)
    return same_thing and _covers(other, finding) and (earlier or not _covers(finding, other))


def _thing(finding: Finding) -> tuple[str, ...]:
    return finding.norm.measure, finding.norm.bound, finding.norm.force


def _covers(one: Finding, other: Finding) -> bool:
    """Say whether whoever complies with `one` has nothing left of `other`."""
    if isinstance(one.observed, tuple) and isinstance(other.observed, tuple):
        return set(other.observed) <= set(one.observed)
    if one.norm.bound is Bound.AT_LEAST:
        return one.row.number >= other.row.number
    return one.row.number <= other.row.number
