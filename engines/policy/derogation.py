"""Derogation: the only loosening there is: of one norm, by whoever may grant it, for some schools, until a day."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from engines.policy.case import Case
from engines.policy.reach import Allowed, Reach
from engines.policy.row import Row
from engines.policy.value import Value
from engines.policy.vocabulary import SCOPE


@dataclass(frozen=True, kw_only=True)
class Derogation(Reach):
    """Where it reaches, the norm's rows do not bind; with a `value`, that value binds in place of theirs.

    It always ends. `granted_by` is whoever of `Norm.derogable_by` allowed it, in words, never a person's name.
    """

    schools: frozenset[str]
    reason: str
    granted_by: str
    effective_to: date
    value: Value | None = None

    def reaches(self, case: Case, on: date) -> bool:
        """Say whether it loosens the norm for this case. Raises CaseIncomplete if that cannot be told."""
        return self.in_force(on) and self.covers(case) and case.of_school() in self.schools

    def in_place_of(self, row: Row) -> Row | None:
        """Return what binds where both meet: the row with the granted value; None if nothing does."""
        if self.value is None:
            return None
        return replace(self.part_of(row), value=self.value, clause=self.reason, source=self.granted_by)

    def part_of(self, row: Row) -> Row:
        """Return the row where this derogation meets it, and nowhere else."""
        last = self.effective_to if row.effective_to is None else min(self.effective_to, row.effective_to)
        return replace(
            row, effective_from=max(self.effective_from, row.effective_from), effective_to=last, **self._shared(row)
        )

    def _shared(self, row: Row) -> dict[str, Any]:
        pairs = zip(SCOPE, row.scope, self.scope, strict=True)
        return {dimension: _both(own, granted) for dimension, own, granted in pairs}


def _both(one: Allowed | None, other: Allowed | None) -> Any:
    return one if other is None else other if one is None else frozenset(set(one) & set(other))
