"""A row of a norm as plain data."""

from collections.abc import Mapping
from typing import Any

from engines.policy.measure import Measure
from engines.policy.plain import Plain
from engines.policy.row import Row
from engines.policy.scope_document import scope_from_plain, scope_to_plain
from engines.policy.value import Value
from engines.policy.vocabulary import SCOPE

_NAMES = (*SCOPE, "value", "effective_from", "effective_to", "clause", "source")


def row_from_plain(row: Plain, measure: Measure) -> Row:
    """Return the row that the document describes. Raises NormUnreadable."""
    row.only(_NAMES)
    _check_scope(row, measure)
    first = row.day("effective_from")
    last = row.day("effective_to") if "effective_to" in row.content else None
    if last is not None and last < first:
        row.refuse("effective_to 早于 effective_from", "请检查两个日期；一直有效的，不写 effective_to")
    return Row(
        value=_value(row, measure),
        effective_from=first,
        effective_to=last,
        clause=row.text("clause"),
        source=row.text("source"),
        **scope_from_plain(row),
    )


def row_to_plain(row: Row) -> dict[str, Any]:
    """Return the row as JSON-safe data; reading it gives the same row."""
    plain: dict[str, Any] = dict(scope_to_plain(row))
    plain["value"] = list(row.value) if isinstance(row.value, tuple) else row.value
    plain["effective_from"] = row.effective_from.isoformat()
    if row.effective_to is not None:
        plain["effective_to"] = row.effective_to.isoformat()
    return {**plain, "clause": row.clause, "source": row.source}


def _value(row: Plain, measure: Measure) -> Value:
    value = row.required("value")
    if not measure.takes(value):
        row.refuse(f"value 不能是 {value!r}", f"应为：{measure.values}")
    return tuple(value) if isinstance(value, list) else int(value)


def _check_scope(row: Plain, measure: Measure) -> None:
    out_of_place = [dimension for dimension in SCOPE if dimension in row.content and dimension not in measure.scopes]
    if out_of_place:
        possible = "、".join(sorted(measure.scopes))
        row.refuse(f"当天总量的上限不能按 {'、'.join(out_of_place)} 划分", f"可以按 {possible} 划分")


def plain_row(norm: str, number: int, content: Any) -> Plain:
    """Return one item of a norm's rows, ready to be read. Raises NormUnreadable if it is not a mapping."""
    row = Plain(norm=norm, row=number, content=content if isinstance(content, Mapping) else {})
    if row.content is not content:
        row.refuse("这一行读不出来", "每一行应为“名称: 值”的形式")
    return row
