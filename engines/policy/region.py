"""Region: some cases on some days, and what is left of it without others."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce

from engines.policy.reach import Allowed, Reach
from engines.policy.vocabulary import FIELDS, SCOPE, Number

ONE_DAY = timedelta(days=1)
ANY_OTHER = ""
"""Stands for every word that no line at hand names, where a field may hold any word."""


@dataclass(frozen=True, kw_only=True)
class Region:
    """`sides` are the values in each dimension of the vocabulary, none left open; `last` may be the end of time."""

    sides: tuple[frozenset[int | str], ...]
    first: date
    last: date

    def meet(self, other: "Region") -> "Region | None":
        """Return what both share; None if that is nothing."""
        sides = tuple(mine & theirs for mine, theirs in zip(self.sides, other.sides, strict=True))
        shared = Region(sides=sides, first=max(self.first, other.first), last=min(self.last, other.last))
        return shared if all(sides) and shared.first <= shared.last else None

    def without(self, others: Iterable["Region"]) -> tuple["Region", ...]:
        """Return the pieces of it that lie in none of the others; no two of them share a case and day."""
        return reduce(lambda pieces, other: tuple(_outside(pieces, other)), others, (self,))


def regions(lines: Sequence[Reach]) -> tuple[Region, ...]:
    """Return where each line reaches, in terms that hold for all of them."""
    return tuple(map(reached_among(lines), lines))


def reached_among(lines: Sequence[Reach]) -> Callable[[Reach], Region]:
    """Return what says where a line reaches, in terms that hold for all of these lines and for what is made of them."""
    wholes = [_whole(number, dimension, lines) for number, dimension in enumerate(SCOPE)]

    def reached(line: Reach) -> Region:
        sides = tuple(_side(whole, allowed) for whole, allowed in zip(wholes, line.scope, strict=True))
        return Region(sides=sides, first=line.effective_from, last=line.effective_to or date.max)

    return reached


def whole_side(dimension: str) -> frozenset[int | str]:
    """Return all that a dimension can hold; for one that holds any word, the word for any other."""
    field = FIELDS[SCOPE[dimension]]
    if isinstance(field, Number):
        return frozenset(range(field.least, field.most + 1))
    return frozenset(field.labels or (ANY_OTHER,))


def _whole(number: int, dimension: str, lines: Sequence[Reach]) -> frozenset[int | str]:
    named = [line.scope[number] for line in lines]
    return whole_side(dimension).union(*(allowed for allowed in named if allowed is not None))


def _side(whole: frozenset[int | str], allowed: Allowed | None) -> frozenset[int | str]:
    return whole if allowed is None else frozenset(allowed)


def _outside(pieces: Iterable[Region], other: Region) -> Iterator[Region]:
    for piece in pieces:
        shared = piece.meet(other)
        if shared is None:
            yield piece
        else:
            yield from _around(piece, shared)


def _around(piece: Region, shared: Region) -> Iterator[Region]:
    """Yield what is left of a piece around a part of it: one slice for each side, then the days before and after."""
    for number, side in enumerate(shared.sides):
        beside = piece.sides[number] - side
        if beside:
            yield replace(piece, sides=(*piece.sides[:number], beside, *piece.sides[number + 1 :]))
        piece = replace(piece, sides=(*piece.sides[:number], side, *piece.sides[number + 1 :]))
    if piece.first < shared.first:
        yield replace(piece, last=shared.first - ONE_DAY)
    if shared.last < piece.last:
        yield replace(piece, first=shared.last + ONE_DAY)
