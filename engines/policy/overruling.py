"""Overruling: what the layers above already ask where a line reaches, as far as it speaks about the same thing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from engines.policy.counter import CountedPlace, Counter, Counts, Statistic
from engines.policy.norm import Norm
from engines.policy.reach import Reach
from engines.policy.region import Region, reached_among
from engines.policy.row import Row
from engines.policy.value import Value

Overrules = Callable[[Value], bool]
"""Says whether a value of a norm above leaves nothing of what a line says."""


@dataclass(frozen=True, kw_only=True)
class Overruling:
    """One row above, and where it overrules the line; the row may be one that a derogation put in its place."""

    norm: Norm
    row: Row
    where: Region


def overrulings(
    above: Iterable[Norm], norm: Norm, line: Reach, overrules: Overrules, school: str | None
) -> tuple[Overruling, ...] | None:
    """Return the rows above that together overrule the line everywhere, as the school is judged; None if they do not.

    Without a school: one to which nothing is granted.
    """
    comparable = [upper for upper in above if _binds_as_much(upper, norm)]
    reached = reached_among([line, *(one for upper in comparable for one in (*upper.rows, *upper.derogations))])
    whole = reached(line)
    left: tuple[Region, ...] = (whole,)
    found = []
    for one in (one for upper in comparable for one in _standing(upper, school, reached)):
        after = tuple(rest for piece in left for rest in piece.without([one.where]))
        where = whole.meet(one.where)
        if overrules(one.row.value) and where and after != left:
            found.append(Overruling(norm=one.norm, row=one.row, where=where))
            left = after
    return None if left else tuple(found)


def _standing(norm: Norm, school: str | None, reached: Callable[[Reach], Region]) -> Iterator[Overruling]:
    """Yield what binds a school: the rows outside of what it is granted, and what stands in their place within."""
    granted = [one for one in norm.derogations if school in one.schools]
    for row in norm.rows:
        for piece in reached(row).without(map(reached, granted)):
            yield Overruling(norm=norm, row=row, where=piece)
        for one in (one for one in granted if row.overlaps(one)):
            instead = one.in_place_of(row)
            if instead is not None:
                yield Overruling(norm=norm, row=instead, where=reached(instead))


def _binds_as_much(upper: Norm, norm: Norm) -> bool:
    same_thing = (upper.about, upper.bound) == (norm.about, norm.bound)
    return same_thing and (upper.refuses or not norm.refuses) and _looks_at_as_much(upper, norm)


def _looks_at_as_much(upper: Norm, norm: Norm) -> bool:
    if upper.counter is None or norm.counter is None:
        return upper.measure == norm.measure
    return all(mine in (theirs, widest) for mine, theirs, widest in _ways(upper.counter, norm.counter))


def _ways(upper: Counter, counter: Counter) -> Sequence[tuple[str, str, str]]:
    return (
        (upper.counts, counter.counts, Counts.ALL),
        (upper.place, counter.place, CountedPlace.TOTAL),
        (upper.statistic, counter.statistic, Statistic.MAXIMUM),
    )
