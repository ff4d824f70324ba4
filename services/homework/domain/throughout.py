"""Throughout: norms as they will stand on one day, taken as if they had stood so all along."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from engines.policy import Norm


def throughout(norms: Iterable[Norm], on: date, since: date) -> Iterator[Norm]:
    """Yield the norms with the rows alone that hold on the day, each holding since then and for good."""
    for norm in norms:
        rows = tuple(replace(row, effective_from=since, effective_to=None) for row in norm.rows if row.in_force(on))
        if rows:
            yield replace(norm, rows=rows)
