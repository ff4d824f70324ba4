"""Limits: the caps on a class's day, for the counters that guard them and the bar that shows what is left."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from engines.policy.case import Case, CaseIncomplete
from engines.policy.norm import Norm
from engines.policy.row import Row


@dataclass(frozen=True, kw_only=True)
class Limit:
    """At most so many minutes in one counter, by one row of one norm."""

    counter: str
    minutes: int
    norm: Norm
    row: Row

    def left(self, standing: Mapping[str, int]) -> int:
        """Return the minutes still free, never below 0. Raises CaseIncomplete if the counter's sum is not known."""
        if self.counter not in standing:
            raise CaseIncomplete(self.counter, "缺少当天已有的分钟数")
        return max(0, self.minutes - standing[self.counter])


def limits(norms: Iterable[Norm], case: Case, on: date) -> tuple[Limit, ...]:
    """Return every cap that refuses, in the order of the norms; what is only 原则上 limits nothing.

    The case needs only the fields of its day (grade, day kind, weekday, season), as far as rows ask for them.
    Raises CaseIncomplete.
    """
    caps = [norm for norm in norms if norm.counter is not None and norm.refuses]
    return tuple(
        Limit(counter=norm.measure, minutes=row.number, norm=norm, row=row)
        for norm in caps
        for row in norm.binding(case, on)
    )


def tightest(limits: Iterable[Limit], standing: Mapping[str, int]) -> Limit | None:
    """Return the limit that leaves least, the first of equals; None where nothing is capped. Raises CaseIncomplete."""
    return min(limits, key=lambda limit: limit.left(standing), default=None)
