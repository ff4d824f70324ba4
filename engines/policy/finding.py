"""Finding: one norm that a case breaks or leans on, able to explain itself and to say what would pass."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from engines.policy.breach import Observed
from engines.policy.demand import Demand
from engines.policy.norm import Force, Layer, Norm
from engines.policy.row import Row
from engines.policy.value import Value, as_number


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One change that passes: put `value` into `field`; `words` are those of a button.

    `field` is "minutes" (of this piece, on every path through it) or a declared field of the case.
    """

    field: str
    value: Value
    words: str


@dataclass(frozen=True, kw_only=True)
class Finding:
    """`observed`: the sum of minutes, the number, or the codes too many or missing; `standing`: minutes before.

    `ways_out` finds what would pass; it is asked by whoever looks at the `remedy`, and is no part of what was found.
    """

    demand: Demand
    observed: Observed
    standing: int
    ways_out: "Callable[[Finding], tuple[Offer, ...]]" = field(repr=False, compare=False)

    @property
    def norm(self) -> Norm:
        """Return the norm."""
        return self.demand.norm

    @property
    def row(self) -> Row:
        """Return the row of the norm that is in force and covers the case."""
        return self.demand.row

    @property
    def number(self) -> int:
        """Return the row's place in its norm, from 1; a granted row has the place of the one that it replaces."""
        rows, granted = self.norm.rows, self.norm.derogations
        stands = (row == self.row or any(one.in_place_of(row) == self.row for one in granted) for row in rows)
        return list(stands).index(True) + 1

    @cached_property
    def remedy(self) -> tuple[Offer, ...]:
        """Return what would pass, the least change first."""
        return self.ways_out(self)

    @property
    def field(self) -> str:
        """Return the field of the case it is about: "minutes" for every cap on a day."""
        return "minutes" if self.norm.counter else self.norm.measure

    @property
    def layer(self) -> Layer:
        """Return who laid the norm down."""
        return self.norm.layer

    @property
    def force(self) -> Force:
        """Return whether the norm refuses or warns."""
        return self.norm.force

    @property
    def refuses(self) -> bool:
        """Say whether it forbids the thing."""
        return self.norm.refuses

    @property
    def limit(self) -> Value:
        """Return the row's value."""
        return self.row.value

    @property
    def clause(self) -> str:
        """Return the words the norm rests on."""
        return self.row.clause

    @property
    def source(self) -> str:
        """Return the document of those words."""
        return self.row.source

    @property
    def since(self) -> date:
        """Return the first day of the row."""
        return self.row.effective_from

    @property
    def sentence(self) -> str:
        """Return what the norm demands, in Chinese."""
        return self.demand.sentence

    @property
    def arithmetic(self) -> str:
        """Return how the case fails it, in Chinese."""
        return self.demand.arithmetic(self.observed, self.standing)

    @property
    def passing_minutes(self) -> int | None:
        """Return how many minutes would pass (0: none would); None if it is not about minutes."""
        if self.norm.counter is None:
            return None
        offered = [offer.value for offer in self.remedy if offer.field == "minutes"]
        return as_number(offered[0]) if offered else 0
