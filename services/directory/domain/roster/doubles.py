"""Doubles: the same somebody in two rows: the same said twice is taken once, two different things not at all."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from services.directory.domain.roster.finding import Finding, Force


class _Row(Protocol):
    @property
    def row(self) -> int: ...
    @property
    def identity(self) -> tuple[object, ...]: ...
    @property
    def said(self) -> tuple[object, ...]: ...


Row = TypeVar("Row", bound=_Row)


def without_doubles(rows: Sequence[Row], column_of: Callable[[Row], int]) -> tuple[list[Row], list[Finding]]:
    """Return the rows that stand, and what is said of the others."""
    by_identity: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        by_identity[row.identity].append(row)
    kept: list[Row] = []
    findings: list[Finding] = []
    for same in by_identity.values():
        if len({row.said for row in same}) == 1:
            kept.append(same[0])
            findings.extend(_repeated(row, same[0], column_of(row)) for row in same[1:])
        else:
            findings.extend(_contradicting(row, same, column_of(row)) for row in same)
    return sorted(kept, key=lambda row: row.row), findings


def _repeated(row: _Row, first: _Row, column: int) -> Finding:
    return Finding(
        row=row.row, column=column, what=f"与第 {first.row} 行完全相同，只取一次", remedy="可以删去这一行",
        force=Force.WARN,
    )


def _contradicting(row: _Row, same: Sequence[_Row], column: int) -> Finding:
    others = "、".join(str(other.row) for other in same if other is not row)
    return Finding(
        row=row.row, column=column, what=f"与第 {others} 行是同一个人，但内容不同",
        remedy="请核对后只留正确的一行",
    )
