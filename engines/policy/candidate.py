"""Candidate: a change worth trying, before anyone knows whether it passes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from engines.policy.case import Case
from engines.policy.counter import CountedPlace, Counts
from engines.policy.finding import Finding, Offer
from engines.policy.limits import limits
from engines.policy.norm import Bound, Norm
from engines.policy.row import Row
from engines.policy.unit import amount
from engines.policy.value import as_codes
from engines.policy.vocabulary import FIELDS, Code, Codes, Number


@dataclass(frozen=True, kw_only=True)
class Way:
    """Changes of one field, best first; at most `most` of those that pass are worth offering."""

    offers: tuple[Offer, ...]
    most: int | None = None


def candidates(
    norms: Sequence[Norm], case: Case, on: date, finding: Finding, found: Sequence[Finding]
) -> Iterator[Way]:
    """Yield the ways out of a finding: less of it, then elsewhere, then another kind."""
    if finding.norm.counter is not None:
        yield Way(offers=_fewer_minutes(norms, case, on, finding))
    else:
        yield Way(offers=_other_values(case, finding, found))
    for field in _outside(finding):
        yield Way(offers=tuple(_other_codes(case, field)), most=1)


def _fewer_minutes(norms: Sequence[Norm], case: Case, on: date, finding: Finding) -> tuple[Offer, ...]:
    caps = [(limit.norm, limit.row) for limit in limits(norms, case, on)]
    room = min(_room(norm, row, case) for norm, row in [*caps, (finding.norm, finding.row)])
    return (Offer(field="minutes", value=room, words=f"改为 {room} 分钟"),) if room > 0 else ()


def _room(norm: Norm, row: Row, case: Case) -> int:
    """Return how long the piece may be under this cap; any length, if the cap does not count it."""
    standing, adding = case.minutes(norm.measure)
    return row.number - standing if adding else max(case.adding.values())


def _other_values(case: Case, finding: Finding, found: Sequence[Finding]) -> tuple[Offer, ...]:
    declared = FIELDS[finding.field]
    if not declared.choosable:
        return ()
    wrong = [other for other in found if other.field == finding.field and (other.refuses or other == finding)]
    if isinstance(declared, Number):
        return tuple(_number(declared, value) for value in sorted({other.row.number for other in wrong}))
    if isinstance(declared, Codes):
        return (_mended(declared, case, wrong),)
    return tuple(_other_codes(case, declared.name))


def _number(declared: Number, value: int) -> Offer:
    assert declared.unit is not None, "a norm looks at it"
    words = f"改为{declared.at_zero}" if value == 0 and declared.at_zero else f"改为 {amount(value, declared.unit)}"
    return Offer(field=declared.name, value=value, words=words)


def _mended(declared: Codes, case: Case, found: Iterable[Finding]) -> Offer:
    """Offer the field without every code that is too many, and with every code that is missing."""
    wrong = [(finding.norm.bound is Bound.REQUIRED, code) for finding in found for code in as_codes(finding.observed)]
    missing = _in_order(declared, {code for is_missing, code in wrong if is_missing})
    surplus = _in_order(declared, {code for is_missing, code in wrong if not is_missing})
    kept = tuple(code for code in as_codes(case.value(declared.name)) if code not in surplus)
    words = [f"{verb}{_quoted(declared, some)}" for verb, some in (("去掉", surplus), ("补上", missing)) if some]
    return Offer(field=declared.name, value=kept + missing, words="，".join(words))


def _in_order(declared: Codes, some: set[str]) -> tuple[str, ...]:
    """Return the codes in their declared order, whatever the order of the norms that named them."""
    return tuple(code for code in declared.labels if code in some)


def _quoted(declared: Code, some: Iterable[str]) -> str:
    return "".join(f"“{declared.label(code)}”" for code in some)


def _outside(finding: Finding) -> Iterator[str]:
    """Yield the fields by which a piece leaves what the norm looks at: done elsewhere, or of another kind."""
    counter, row = finding.norm.counter, finding.row
    at_home_only = counter is not None and counter.place is CountedPlace.HOME
    written_only = counter is not None and counter.counts is Counts.WRITTEN
    if finding.field != "place" and (at_home_only or row.places is not None):
        yield "place"
    if finding.field != "kind" and (written_only or row.kinds is not None):
        yield "kind"


def _other_codes(case: Case, field: str) -> Iterator[Offer]:
    declared = FIELDS[field]
    if not isinstance(declared, Code) or field not in case.fields:
        return
    present = case.value(field)
    for code, label in declared.labels.items():
        if code != present:
            yield Offer(field=field, value=code, words=f"改为{label}")
