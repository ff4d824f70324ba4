"""Condition: what of a case's facts makes a step needless. Data, never a text that is run."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

Fact = str | int | bool


class Comparison(StrEnum):
    """How a fact is compared with a value; numbers alone are less or more."""

    IS = "is"
    IS_NOT = "is_not"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"


@dataclass(frozen=True, kw_only=True)
class Condition:
    """One test of one fact. A fact that the case does not say, or that is of another type, meets no condition."""

    fact: str
    comparison: Comparison
    value: Fact

    def holds(self, facts: Mapping[str, Fact]) -> bool:
        """Say whether the case's facts meet it."""
        said = facts.get(self.fact)
        return type(said) is type(self.value) and _HOLDS[self.comparison](said, self.value)


def _at_most(said: object, value: object) -> bool:
    return type(said) is int and type(value) is int and said <= value


def _at_least(said: object, value: object) -> bool:
    return type(said) is int and type(value) is int and said >= value


_HOLDS: dict[Comparison, Callable[[object, object], bool]] = {
    Comparison.IS: lambda said, value: said == value,
    Comparison.IS_NOT: lambda said, value: said != value,
    Comparison.AT_MOST: _at_most,
    Comparison.AT_LEAST: _at_least,
}
