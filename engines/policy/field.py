"""Field: one thing that a case may say and a norm may speak of, what it may hold, and how people call it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from engines.policy.about import About
from engines.policy.unit import Unit


@dataclass(frozen=True, kw_only=True)
class Number:
    """A field that holds a whole number. `abouts` are the matters that it belongs to.

    `choosable`: who asks may change it to comply. `at_zero` says what it comes to where no more than nothing may be.
    """

    name: str
    words: str
    abouts: Collection[About]
    least: int
    most: int
    unit: Unit | None = None
    choosable: bool = False
    at_zero: str = ""

    def accepts(self, value: object) -> bool:
        """Say whether this is a number that the field can hold."""
        return type(value) is int and self.least <= value <= self.most


@dataclass(frozen=True, kw_only=True)
class Code:
    """A field that holds one code of a list, or, where `labels` is empty, any word."""

    name: str
    words: str
    abouts: Collection[About]
    labels: Mapping[str, str] = field(default_factory=dict)
    unit: Unit = Unit.CODES
    choosable: bool = False

    def knows(self, code: object) -> bool:
        """Say whether this is one code of the field."""
        return isinstance(code, str) and (code in self.labels if self.labels else code != "")

    def accepts(self, value: object) -> bool:
        """Say whether the field can hold this."""
        return self.knows(value)

    def label(self, code: str) -> str:
        """Return the code as people say it."""
        return self.labels.get(code, code)


@dataclass(frozen=True, kw_only=True)
class Codes(Code):
    """A field that holds any number of codes of its list, none included."""

    def accepts(self, value: object) -> bool:
        """Say whether the field can hold this."""
        return isinstance(value, tuple) and all(map(self.knows, value))


Field = Number | Code
