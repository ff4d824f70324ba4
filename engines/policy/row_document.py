"""A row of a norm as plain data."""

from typing import Any

from engines.policy.about import About
from engines.policy.measure import Measure
from engines.policy.plain import NormPlain
from engines.policy.row import Row
from engines.policy.scope_document import scope_from_plain, scope_to_plain
from engines.policy.unit import Unit, time_words
from engines.policy.value import Value
from engines.policy.vocabulary import SCOPE

_NAMES = (*SCOPE, "value", "effective_from", "effective_to", "clause", "source")


def row_from_plain(row: NormPlain, measure: Measure, about: About) -> Row:
    """Return the row that the document describes. Raises NormUnreadable."""
    row.only(_NAMES)
    return Row(
        value=value_from_plain(row, measure),
        effective_from=row.day("effective_from"),
        effective_to=row.last_day("effective_to") if "effective_to" in row.content else None,
        clause=row.text("clause"),
        source=row.text("source"),
        **scope_from_plain(row, measure, about),
    )


def row_to_plain(row: Row, unit: Unit) -> dict[str, Any]:
    """Return the row as JSON-safe data; reading it gives the same row."""
    plain: dict[str, Any] = dict(scope_to_plain(row))
    plain["value"] = value_to_plain(row.value, unit)
    plain["effective_from"] = row.effective_from.isoformat()
    if row.effective_to is not None:
        plain["effective_to"] = row.effective_to.isoformat()
    return {**plain, "clause": row.clause, "source": row.source}


def value_from_plain(line: NormPlain, measure: Measure) -> Value:
    """Return the value of a row or a derogation. Raises NormUnreadable for one that the measure cannot have."""
    written = line.required("value")
    value = measure.read(written)
    if value is None:
        line.refuse(f"value 不能是 {written!r}", f"应为：{measure.values}")
    return value


def value_to_plain(value: Value, unit: Unit) -> Any:
    """Return a value as JSON-safe data: a time of the day as "17:30"."""
    if isinstance(value, int) and unit is Unit.TIME:
        return time_words(value)
    return list(value) if isinstance(value, tuple) else value


def plain_row(norm: str, number: int, content: Any) -> NormPlain:
    """Return one item of a norm's rows, ready to be read. Raises NormUnreadable if it is not a mapping."""
    return NormPlain(norm=norm, row=number, content=content).mapping("这一行")
