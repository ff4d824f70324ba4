"""Judged: what the norms say of a whole programme, each thing once, with all the grades and days that it is true of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from engines.policy import CaseIncomplete, Finding, Norm, Ruling
from services.enrolment.domain.put import Put, is_of_week


@dataclass(kw_only=True)
class Found:
    """A finding, and of what it is true."""

    finding: Finding
    grades: set[int] = field(default_factory=set)
    weekdays: set[int] = field(default_factory=set)
    seasons: set[str] = field(default_factory=set)
    session_kinds: set[str] = field(default_factory=set)
    offering_ids: set[str] = field(default_factory=set)

    def also(self, put: Put) -> None:
        """Let it be true of this too."""
        self.grades.add(put.grade)
        self.session_kinds.add(put.session_kind)
        self.weekdays |= {put.weekday} if put.weekday else set()
        self.seasons |= {put.period.season} if put.period.season else set()
        self.offering_ids |= {put.offering_id} if put.offering_id else set()


@dataclass(frozen=True, kw_only=True)
class Judged:
    """`unanswered` says, once each, what could not be judged; that is never "allowed"."""

    found: tuple[Found, ...]
    unanswered: tuple[str, ...]

    @property
    def stands_in_the_way(self) -> bool:
        """Say whether it forbids to announce the programme."""
        return bool(self.unanswered) or any(one.finding.refuses for one in self.found)


def judged(asked: Iterable[Put], norms: Sequence[Norm]) -> Judged:
    """Return what these norms, all of which must hold, say; what forbids comes first."""
    ruling = cache(lambda of_week, on: Ruling.of([n for n in norms if is_of_week(n) is of_week], on))
    found: dict[Any, Found] = {}
    unanswered: dict[str, None] = {}
    for put in asked:
        try:
            findings = ruling(put.of_week, put.period.first).judge(put.case).controlling
        except CaseIncomplete as incomplete:
            unanswered[str(incomplete)] = None
            continue
        for finding in findings:
            found.setdefault(_what(finding), Found(finding=finding)).also(put)
    in_order = sorted(found.values(), key=lambda one: not one.finding.refuses)
    return Judged(found=tuple(in_order), unanswered=tuple(unanswered))


def _what(finding: Finding) -> tuple[object, ...]:
    return finding.layer, finding.norm.key, finding.number, finding.arithmetic
