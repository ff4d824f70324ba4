"""Typed: what people type into a form, as documents write it."""

from typing import Any

from engines.policy import Unit as Measured
from engines.policy.measure import measure_named


def value_typed(measure: str, typed: tuple[str, ...]) -> Any:
    """Return a value as documents write it: the one number or time of a norm on a number, else codes."""
    found = measure_named(measure)
    if found is None or found.unit is Measured.CODES:
        return list(typed)
    (only, *more) = typed or ("",)
    return int(only) if only.isdecimal() and not more else "、".join(typed)
