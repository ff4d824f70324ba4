"""A derogation as plain data, checked against the rows that it loosens."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from engines.policy.about import About
from engines.policy.derogation import Derogation
from engines.policy.measure import Measure
from engines.policy.norm import Bound
from engines.policy.plain import NormPlain
from engines.policy.row import Row
from engines.policy.row_document import value_from_plain, value_to_plain
from engines.policy.scope_document import scope_from_plain, scope_to_plain
from engines.policy.strictness import is_stricter
from engines.policy.unit import Unit
from engines.policy.vocabulary import SCOPE

_NAMES = ("schools", *SCOPE, "value", "effective_from", "effective_to", "reason", "granted_by")


def derogations_from_plain(
    lines: Sequence[NormPlain], measure: Measure, about: About, bound: Bound, rows: Sequence[Row]
) -> tuple[Derogation, ...]:
    """Return the derogations that the documents describe.

    Raises NormUnreadable also for one that would loosen nothing, and for two for the same school, case and day.
    """
    granted = tuple(_derogation(line, measure, about) for line in lines)
    for line, one in zip(lines, granted, strict=True):
        _check_that_it_loosens(line, one, bound, rows)
    for (first, one), (second, other) in combinations(enumerate(granted), 2):
        if one.schools & other.schools and one.overlaps(other):
            lines[second].refuse(
                f"与第 {first + 1} 条准予管到同一学校、同一情形、同一天", "请划清学校、情形或日期，使每种情形只有一条"
            )
    return granted


def plain_derogation(norm: str, number: int, content: Any) -> NormPlain:
    """Return one item of a norm's derogations, ready to be read. Raises NormUnreadable if it is not a mapping."""
    return NormPlain(norm=norm, row=None, derogation=number, content=content).mapping("这一条")


def derogation_to_plain(granted: Derogation, unit: Unit) -> dict[str, Any]:
    """Return the derogation as JSON-safe data; reading it gives the same one."""
    plain: dict[str, Any] = {"schools": sorted(granted.schools), **scope_to_plain(granted)}
    if granted.value is not None:
        plain["value"] = value_to_plain(granted.value, unit)
    plain["effective_from"] = granted.effective_from.isoformat()
    plain["effective_to"] = granted.effective_to.isoformat()
    return {**plain, "reason": granted.reason, "granted_by": granted.granted_by}


def _derogation(line: NormPlain, measure: Measure, about: About) -> Derogation:
    line.only(_NAMES)
    return Derogation(
        schools=_schools(line),
        value=value_from_plain(line, measure) if "value" in line.content else None,
        effective_from=line.day("effective_from"),
        effective_to=line.last_day("effective_to"),
        reason=line.text("reason"),
        granted_by=line.text("granted_by"),
        **scope_from_plain(line, measure, about),
    )


def _schools(line: NormPlain) -> frozenset[str]:
    schools = line.some("schools")
    if not all(isinstance(school, str) and school for school in schools):
        line.refuse(f"schools 里有读不出来的 {schools!r}", "请写各校的编号")
    return frozenset(schools)


def _check_that_it_loosens(line: NormPlain, granted: Derogation, bound: Bound, rows: Sequence[Row]) -> None:
    met = [(number, row) for number, row in enumerate(rows, start=1) if row.overlaps(granted)]
    if not met:
        line.refuse("碰不到任何一行，没有什么可以放宽", "请检查范围和日期")
    for number, row in met:
        if granted.value is not None and not is_stricter(bound, row.value, granted.value):
            line.refuse(f"value 不比第 {number} 行宽", "准予只能放宽；要更严，请另立一条规定")
