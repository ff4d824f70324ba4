"""Measure: what a norm looks at, and with it which bounds, unit, values and scopes make sense."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from engines.policy.counter import COUNTER_KEYS
from engines.policy.norm import Bound
from engines.policy.vocabulary import FIELDS, OF_THE_DAY, SCOPE, Code, Number, Unit


@dataclass(frozen=True, kw_only=True)
class Measure:
    """`scopes` are the dimensions that rows may be limited to; `code` is the field whose codes are values, if any."""

    bounds: Collection[Bound]
    unit: Unit
    scopes: Collection[str]
    most: int = 0
    code: Code | None = None

    def takes(self, value: Any) -> bool:
        """Say whether a row may have this value (codes come as a list)."""
        if self.code is None:
            return type(value) is int and 0 <= value <= self.most
        known = isinstance(value, list) and value and all(self.code.knows(code) for code in value)
        return bool(known) and len(set(value)) == len(value)

    @property
    def values(self) -> str:
        """Return in words what a row's value may be."""
        if self.code is None:
            return f"0 到 {self.most} 的整数"
        return "列表，可以写的有：" + ("、".join(self.code.labels) or "任何不空的文字")


MINUTES_OF_A_DAY = 1440


def measure_named(name: str) -> Measure | None:
    """Return the measure: a counter's key or a declared field with a unit; None if there is none of that name."""
    if name in COUNTER_KEYS:
        return Measure(bounds=[Bound.AT_MOST], unit=Unit.MINUTES, scopes=OF_THE_DAY, most=MINUTES_OF_A_DAY)
    field = FIELDS.get(name)
    if isinstance(field, Code):
        return Measure(
            bounds=[Bound.FORBIDDEN, Bound.REQUIRED, Bound.ONE_OF], unit=field.unit, scopes=list(SCOPE), code=field
        )
    if isinstance(field, Number) and field.unit is not None:
        return Measure(bounds=[Bound.AT_MOST, Bound.AT_LEAST], unit=field.unit, scopes=list(SCOPE), most=field.most)
    return None


MEASURES = tuple(name for name in (*sorted(COUNTER_KEYS), *FIELDS) if measure_named(name) is not None)
