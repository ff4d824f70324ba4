"""Difference: the rows of a draft beside those in force, line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from engines.policy import Norm, Row


@dataclass(frozen=True, kw_only=True)
class Side:
    """One row of one norm, and its place there, from 1."""

    norm: Norm
    row: Row
    number: int


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row as it is in force, and as the draft has it; one of them may be missing."""

    before: Side | None
    after: Side | None

    @property
    def shown(self) -> Side:
        """Return the draft's side, or, of what is gone, the present one."""
        side = self.after or self.before
        assert side is not None, "a line has at least one side"
        return side

    @property
    def same(self) -> bool:
        """Say whether nothing is different."""
        return self.before is not None and self.after is not None and _said(self.before) == _said(self.after)


def lines(present: Sequence[Norm], drafted: Sequence[Norm]) -> Iterator[Line]:
    """Yield a line for each row of either, in the order of the draft; what is gone from a norm comes after its rows."""
    before, after = {norm.key: norm for norm in present}, {norm.key: norm for norm in drafted}
    for key in dict.fromkeys((*after, *before)):
        yield from _paired(_sides(before.get(key)), _sides(after.get(key)))


def _sides(norm: Norm | None) -> list[Side]:
    return [Side(norm=norm, row=row, number=n) for n, row in enumerate(norm.rows, start=1)] if norm else []


def _paired(before: list[Side], after: list[Side]) -> Iterator[Line]:
    left = list(before)
    for side in after:
        match = next((one for one in left if _place(one) == _place(side)), None)
        if match:
            left.remove(match)
        yield Line(before=match, after=side)
    yield from (Line(before=gone, after=None) for gone in left)


def _place(side: Side) -> tuple[object, ...]:
    return side.row.scope, side.row.effective_from


def _said(side: Side) -> tuple[object, ...]:
    return replace(side.norm, rows=(), derogations=()), side.row
