"""First change: the first day on which two sets of norms do not say the same."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from engines.policy.norm import Norm

_ONE_DAY = timedelta(days=1)


def first_change(before: Iterable[Norm], after: Iterable[Norm]) -> date | None:
    """Return the first day on which a row, or the force of its norm, differs; None if there is none.

    What a norm is called is no part of it, nor are derogations: they are granted, not rewritten.
    """
    one, other = tuple(before), tuple(after)
    days = sorted({day for norm in (*one, *other) for day in _turns(norm)})
    return next((day for day in days if _said(one, day) != _said(other, day)), None)


def _turns(norm: Norm) -> Iterator[date]:
    for row in norm.rows:
        yield row.effective_from
        if row.effective_to is not None and row.effective_to < date.max:
            yield row.effective_to + _ONE_DAY


def _said(norms: tuple[Norm, ...], on: date) -> frozenset[tuple[object, ...]]:
    return frozenset(
        (replace(norm, title="", rows=(), derogations=()), replace(row, effective_from=date.min, effective_to=None))
        for norm in norms for row in norm.rows if row.in_force(on)
    )
