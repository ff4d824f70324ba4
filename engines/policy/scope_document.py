"""The scope of a row as plain data: lists of codes or numbers; grades also as "3-6"."""

import re
from typing import Any

from engines.policy.plain import Plain
from engines.policy.row import Row
from engines.policy.vocabulary import FIELDS, SCOPE, Code


def scope_from_plain(row: Plain) -> dict[str, Any]:
    """Return the row's limited dimensions. Raises NormUnreadable for a value that the vocabulary does not know."""
    return {dimension: _allowed(row, dimension) for dimension in SCOPE if dimension in row.content}


def scope_to_plain(row: Row) -> dict[str, list[Any]]:
    """Return the limited dimensions as sorted lists."""
    limited = zip(SCOPE, row.scope, strict=True)
    return {dimension: sorted(allowed) for dimension, allowed in limited if allowed is not None}


def _allowed(row: Plain, dimension: str) -> "frozenset[Any]":
    span = row.content[dimension]
    if dimension == "grades" and isinstance(span, str):
        return _grades(row, span)
    values, field = row.some(dimension), FIELDS[SCOPE[dimension]]
    strange = [value for value in values if not field.accepts(value)]
    if strange:
        row.refuse(f"{dimension} 里有不认识的 {strange!r}", f"可以写的有：{_known(field)}")
    return frozenset(values)


def _grades(row: Plain, span: str) -> frozenset[int]:
    ends = re.fullmatch(r"([1-9])-([1-9])", span)
    if ends is None or int(ends[1]) > int(ends[2]):
        row.refuse(f"grades 不能是 {span!r}", "请写成 3-6 的样子，或列表 [3, 4]")
    return frozenset(range(int(ends[1]), int(ends[2]) + 1))


def _known(field: Any) -> str:
    if isinstance(field, Code):
        return "、".join(field.labels) or "任何不空的文字"
    return f"{field.least} 到 {field.most} 的整数"
