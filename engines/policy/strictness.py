"""Strictness: which of two values of the same bound asks for more."""

from collections.abc import Callable

from engines.policy.norm import Bound
from engines.policy.value import Value, as_codes, as_number


def is_as_strict(bound: Bound, one: Value, other: Value) -> bool:
    """Say whether whatever complies with `one` complies with `other`."""
    return _AS_STRICT[bound](one, other)


def is_stricter(bound: Bound, one: Value, other: Value) -> bool:
    """Say whether whatever complies with `one` complies with `other`, and not the other way round."""
    return is_as_strict(bound, one, other) and not is_as_strict(bound, other, one)


def _allows_less(one: Value, other: Value) -> bool:
    return as_number(one) <= as_number(other)


def _asks_for_more(one: Value, other: Value) -> bool:
    return as_number(one) >= as_number(other)


def _names_more(one: Value, other: Value) -> bool:
    return set(as_codes(one)) >= set(as_codes(other))


def _leaves_fewer(one: Value, other: Value) -> bool:
    return set(as_codes(one)) <= set(as_codes(other))


_AS_STRICT: dict[Bound, Callable[[Value, Value], bool]] = {
    Bound.AT_MOST: _allows_less,
    Bound.AT_LEAST: _asks_for_more,
    Bound.FORBIDDEN: _names_more,
    Bound.REQUIRED: _names_more,
    Bound.ONE_OF: _leaves_fewer,
}
