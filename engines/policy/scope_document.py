"""The scope of a row or a derogation as plain data: lists of codes or numbers; grades also as "3-6"."""

import re
from typing import Any

from engines.policy.about import About
from engines.policy.measure import Measure
from engines.policy.plain import NormPlain
from engines.policy.reach import Reach
from engines.policy.vocabulary import FIELDS, SCOPE, Code


def scope_from_plain(line: NormPlain, measure: Measure, about: About) -> dict[str, Any]:
    """Return the limited dimensions.

    Raises NormUnreadable for a value that the vocabulary does not know, and a dimension that the measure cannot have.
    """
    stated = [dimension for dimension in SCOPE if dimension in line.content]
    possible = measure.scopes(about)
    out_of_place = [dimension for dimension in stated if dimension not in possible]
    if out_of_place:
        what = f"{measure.whose(about)}不能按 {'、'.join(out_of_place)} 划分"
        line.refuse(what, f"可以按 {'、'.join(possible)} 划分" if possible else "请删去")
    return {dimension: _allowed(line, dimension) for dimension in stated}


def scope_to_plain(line: Reach) -> dict[str, list[Any]]:
    """Return the limited dimensions as sorted lists."""
    limited = zip(SCOPE, line.scope, strict=True)
    return {dimension: sorted(allowed) for dimension, allowed in limited if allowed is not None}


def _allowed(line: NormPlain, dimension: str) -> "frozenset[Any]":
    span = line.content[dimension]
    if dimension == "grades" and isinstance(span, str):
        return _grades(line, span)
    values, field = line.some(dimension), FIELDS[SCOPE[dimension]]
    strange = [value for value in values if not field.accepts(value)]
    if strange:
        line.refuse(f"{dimension} 里有不认识的 {strange!r}", f"可以写的有：{_known(field)}")
    return frozenset(values)


def _grades(line: NormPlain, span: str) -> frozenset[int]:
    ends = re.fullmatch(r"([1-9])-([1-9])", span)
    if ends is None or int(ends[1]) > int(ends[2]):
        line.refuse(f"grades 不能是 {span!r}", "请写成 3-6 的样子，或列表 [3, 4]")
    return frozenset(range(int(ends[1]), int(ends[2]) + 1))


def _known(field: Any) -> str:
    if isinstance(field, Code):
        return "、".join(field.labels) or "任何不空的文字"
    return f"{field.least} 到 {field.most} 的整数"
