"""Reach: the days on which one line of a norm is in force, and the cases that it covers."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import starmap

from engines.policy.case import Case
from engines.policy.vocabulary import SCOPE

Allowed = frozenset[int] | frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Reach:
    """An absent scope covers everything. Both dates are included; without a last day it holds for good."""

    effective_from: date
    effective_to: date | None
    grades: frozenset[int] | None = None
    day_kinds: frozenset[str] | None = None
    weekdays: frozenset[int] | None = None
    seasons: frozenset[str] | None = None
    kinds: frozenset[str] | None = None
    places: frozenset[str] | None = None
    subjects: frozenset[str] | None = None
    session_kinds: frozenset[str] | None = None
    offering_kinds: frozenset[str] | None = None

    def in_force(self, on: date) -> bool:
        """Say whether it is in force on this day."""
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)

    def covers(self, case: Case) -> bool:
        """Say whether the case falls within the scope. Raises CaseIncomplete if any part of it cannot be told."""
        answers = [case.value(field) in allowed for field, allowed in self.tests]
        return all(answers)

    def overlaps(self, other: "Reach") -> bool:
        """Say whether some case on some day would fall under both."""
        return self._shares_days(other) and all(starmap(_meet, zip(self.scope, other.scope, strict=True)))

    def _shares_days(self, other: "Reach") -> bool:
        starts_before_other_ends = other.effective_to is None or self.effective_from <= other.effective_to
        return starts_before_other_ends and (self.effective_to is None or other.effective_from <= self.effective_to)

    @cached_property
    def scope(self) -> tuple[Allowed | None, ...]:
        """Return the allowed values of every dimension, in the vocabulary's order."""
        return tuple(getattr(self, dimension) for dimension in SCOPE)

    @cached_property
    def tests(self) -> tuple[tuple[str, Allowed], ...]:
        """Return (field of the case, allowed values) for each dimension that is limited."""
        dimensions = zip(SCOPE.values(), self.scope, strict=True)
        return tuple((field, allowed) for field, allowed in dimensions if allowed is not None)


def _meet(one: Allowed | None, other: Allowed | None) -> bool:
    return one is None or other is None or bool(set(one) & set(other))
