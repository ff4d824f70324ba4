"""Measure: what a norm looks at, and with it which bounds, unit, values and scopes make sense."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from engines.policy.about import ABOUT_WORDS, About
from engines.policy.counter import COUNTER_KEYS
from engines.policy.norm import Bound
from engines.policy.unit import Unit, time_read, time_words
from engines.policy.value import Value
from engines.policy.vocabulary import FIELDS, OF_THE_DAY, Code, Number, scopes_of


@dataclass(frozen=True, kw_only=True)
class Measure:
    """`abouts` are the matters that it belongs to; `code` is the field whose codes are values, if any."""

    bounds: Sequence[Bound]
    unit: Unit
    abouts: Collection[About]
    is_of_the_day: bool = False
    least: int = 0
    most: int = 0
    code: Code | None = None

    def scopes(self, about: About) -> tuple[str, ...]:
        """Return the dimensions that rows of a norm on the matter may be limited to."""
        return tuple(scope for scope in scopes_of(about) if scope in OF_THE_DAY or not self.is_of_the_day)

    def whose(self, about: About) -> str:
        """Return what is limited by them, in words."""
        return "当天总量的上限" if self.is_of_the_day else f"{ABOUT_WORDS[about]}的规定"

    def read(self, written: Any) -> Value | None:
        """Return the value that a row writes: a number, a time as text, codes as a list; None if it may not have it."""
        if self.code is not None:
            return tuple(written) if self._are_codes(written) else None
        if self.unit is Unit.TIME:
            written = time_read(written) if isinstance(written, str) else None
        return written if type(written) is int and self.least <= written <= self.most else None

    def _are_codes(self, written: Any) -> bool:
        known = isinstance(written, list) and written and all(map(self.code.knows, written)) if self.code else False
        return bool(known) and len(set(written)) == len(written)

    @property
    def values(self) -> str:
        """Return in words what a row's value may be."""
        if self.unit is Unit.TIME:
            return f"写成 17:30 的样子，{time_words(self.least)} 到 {time_words(self.most)}"
        if self.code is None:
            return f"{self.least} 到 {self.most} 的整数"
        return "列表，可以写的有：" + ("、".join(self.code.labels) or "任何不空的文字")


MINUTES_OF_A_DAY = 1440


def _measure(name: str) -> Measure | None:
    if name in COUNTER_KEYS:
        homework = (About.HOMEWORK,)
        return Measure(
            bounds=[Bound.AT_MOST], unit=Unit.MINUTES, abouts=homework, is_of_the_day=True, most=MINUTES_OF_A_DAY
        )
    field = FIELDS.get(name)
    if isinstance(field, Code):
        bounds = [Bound.FORBIDDEN, Bound.REQUIRED, Bound.ONE_OF]
        return Measure(bounds=bounds, unit=field.unit, abouts=field.abouts, code=field)
    if isinstance(field, Number) and field.unit is not None:
        bounds = [Bound.AT_MOST, Bound.AT_LEAST]
        return Measure(bounds=bounds, unit=field.unit, abouts=field.abouts, least=field.least, most=field.most)
    return None


MEASURES = {name: measure for name in (*sorted(COUNTER_KEYS), *FIELDS) if (measure := _measure(name)) is not None}


def measure_named(name: str) -> Measure | None:
    """Return the measure: a counter's key or a declared field with a unit; None if there is none of that name."""
    return MEASURES.get(name)


def measures_of(about: About) -> tuple[str, ...]:
    """Return the names of all that a norm on the matter may look at."""
    return tuple(name for name, measure in MEASURES.items() if about in measure.abouts)
