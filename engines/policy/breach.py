"""Breach: what in a case does not hold up against one row of a norm."""

from collections.abc import Callable

from engines.policy.case import Case
from engines.policy.norm import Bound, Norm
from engines.policy.row import Row
from engines.policy.value import Value, as_codes, as_number

Observed = int | tuple[str, ...]


def breach(norm: Norm, row: Row, case: Case) -> Observed | None:
    """Return the sum of minutes, the number, or the codes too many or missing, that break the row; None if it holds.

    A piece that adds nothing to a counter does not break its cap, even where a cap lowered later is already passed.
    Raises CaseIncomplete.
    """
    if norm.counter is not None:
        standing, adding = case.minutes(norm.measure)
        return standing + adding if adding and standing + adding > row.number else None
    return _BREACHES[norm.bound](case.value(norm.measure), row)


def _exceeds(observed: Value, row: Row) -> Observed | None:
    number = as_number(observed)
    return number if number > row.number else None


def _falls_short(observed: Value, row: Row) -> Observed | None:
    number = as_number(observed)
    return number if number < row.number else None


def _has_forbidden(observed: Value, row: Row) -> Observed | None:
    return tuple(code for code in as_codes(observed) if code in row.codes) or None


def _lacks_required(observed: Value, row: Row) -> Observed | None:
    return tuple(code for code in row.codes if code not in as_codes(observed)) or None


def _is_none_of(observed: Value, row: Row) -> Observed | None:
    return tuple(code for code in as_codes(observed) if code not in row.codes) or None


_BREACHES: dict[Bound, Callable[[Value, Row], Observed | None]] = {
    Bound.AT_MOST: _exceeds,
    Bound.AT_LEAST: _falls_short,
    Bound.FORBIDDEN: _has_forbidden,
    Bound.REQUIRED: _lacks_required,
    Bound.ONE_OF: _is_none_of,
}

