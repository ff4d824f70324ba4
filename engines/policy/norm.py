"""Norm: what one layer demands or forbids, as dated rows with their clauses (design: only stricter, by conjunction)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from engines.policy.about import About
from engines.policy.case import Case
from engines.policy.counter import COUNTER_KEYS, Counter
from engines.policy.derogation import Derogation
from engines.policy.row import Row
from engines.policy.unit import Unit


class Bound(StrEnum):
    """How the value binds what is measured."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    FORBIDDEN = "forbidden"
    REQUIRED = "required"
    ONE_OF = "one_of"


class Force(StrEnum):
    """`refuse`: it cannot be done. `warn`: 原则上, it can be done and is told."""

    REFUSE = "refuse"
    WARN = "warn"


class Layer(StrEnum):
    """Who laid the norm down, highest first."""

    NATIONAL = "national"
    DISTRICT = "district"
    SCHOOL = "school"

    @property
    def depth(self) -> int:
        """Return how many layers stand above it."""
        return _DEPTHS[self]


_DEPTHS = {layer: above for above, layer in enumerate(Layer)}


@dataclass(frozen=True, kw_only=True)
class Norm:
    """`measure` is a counter's key (a cap on a class's day) or a declared field of the case.

    Its `derogations` are as much part of what it says as the rows. `left_to` is a layer below that may grant them.
    """

    key: str
    title: str
    bound: Bound
    unit: Unit
    measure: str
    force: Force
    layer: Layer
    rows: tuple[Row, ...]
    about: About = About.HOMEWORK
    derogations: tuple[Derogation, ...] = ()
    left_to: Layer | None = None

    @property
    def derogable_by(self) -> Layer:
        """Return the layer that may grant derogations from it: its own, unless that leaves it to one below."""
        return self.left_to or self.layer

    @property
    def counter(self) -> Counter | None:
        """Return the counter that the norm caps, or None if it looks at a field."""
        return Counter.named(self.measure) if self.measure in COUNTER_KEYS else None

    @property
    def refuses(self) -> bool:
        """Say whether breaking it forbids the thing."""
        return self.force is Force.REFUSE

    @cached_property
    def asks(self) -> frozenset[str]:
        """Return the fields of a case that it looks at: what limits its rows and derogations, and what it measures."""
        limiting = frozenset(name for reach in (*self.rows, *self.derogations) for name, _ in reach.tests)
        return limiting if self.counter else limiting | {self.measure}

    def binding(self, case: Case, on: date) -> Iterator[Row]:
        """Yield what binds the case on the day: the rows that cover it, as far as no derogation takes their place.

        Raises CaseIncomplete if that cannot be told.
        """
        if self.about == case.about:
            for row in self.rows:
                if row.in_force(on) and row.covers(case):
                    yield from self._left_of(row, case, on)

    def derogation(self, case: Case, on: date) -> Derogation | None:
        """Return the derogation that loosens the norm for this case. Raises CaseIncomplete if that cannot be told."""
        return next((granted for granted in self.derogations if granted.reaches(case, on)), None)

    def _left_of(self, row: Row, case: Case, on: date) -> Iterator[Row]:
        granted = self.derogation(case, on)
        left = row if granted is None else granted.in_place_of(row)
        if left is not None:
            yield left
