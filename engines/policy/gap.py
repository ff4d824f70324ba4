"""Gap: days on which nothing is said where the rows of a norm speak before and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from engines.policy.region import ONE_DAY, Region, regions
from engines.policy.row import Row


@dataclass(frozen=True, kw_only=True)
class Gap:
    """`before` and `after` are the places of the rows, from 0; `silent` are the cases and days between them."""

    before: int
    after: int
    silent: Region


def first_gap(rows: Sequence[Row]) -> Gap | None:
    """Return the first gap; None where every case is spoken of on all days from its first to its last."""
    reached = regions(rows)
    for (before, one), (after, other) in permutations(enumerate(reached), 2):
        between = _between(one, other)
        left = between.without(reached) if between else ()
        if left:
            return Gap(before=before, after=after, silent=left[0])
    return None


def _between(one: Region, other: Region) -> Region | None:
    """Return the cases of both, on the days after the one and before the other."""
    if one.last >= other.first:
        return None
    first, last = one.last + ONE_DAY, other.first - ONE_DAY
    return Region(sides=one.sides, first=first, last=last).meet(Region(sides=other.sides, first=first, last=last))
