"""Demand: what one row of a norm asks of a case, ready to be asked of many."""

from dataclasses import dataclass
from functools import cached_property

from engines.policy import words
from engines.policy.breach import Check, check_of
from engines.policy.case import Case
from engines.policy.norm import Norm
from engines.policy.row import Row


@dataclass(frozen=True, kw_only=True)
class Demand:
    """A row that binds, with its norm; what can be said of it without a case is worked out once."""

    norm: Norm
    row: Row

    @cached_property
    def check(self) -> Check:
        """Return what tells whether a case holds up against it."""
        return check_of(self.norm, self.row)

    @cached_property
    def is_cap(self) -> bool:
        """Say whether it caps a counter of the day."""
        return self.norm.counter is not None

    @cached_property
    def sentence(self) -> str:
        """Return what it asks, in Chinese."""
        return words.sentence(self.norm, self.row)

    @cached_property
    def arithmetic(self) -> words.Arithmetic:
        """Return what tells how a case fails it, in Chinese."""
        return words.arithmetic_of(self.norm, self.row)

    def standing(self, case: Case) -> int:
        """Return the minutes that stand in its counter before the case; 0 if it caps none."""
        return case.standing[self.norm.measure] if self.is_cap else 0
