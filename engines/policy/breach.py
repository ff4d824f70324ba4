"""Breach: what in a case does not hold up against one row of a norm."""

from collections.abc import Callable

from engines.policy.case import Case
from engines.policy.norm import Bound, Norm
from engines.policy.row import Row
from engines.policy.value import Value, as_codes, as_number

Observed = int | tuple[str, ...]
Check = Callable[[Case], Observed | None]
"""Returns the sum of minutes, the number, or the codes too many or missing, that break a row; None if it holds.

Raises CaseIncomplete.
"""


def check_of(norm: Norm, row: Row) -> Check:
    """Return the check of a row, made once for however many cases it is asked of.

    A piece that adds nothing to a counter does not break its cap, even where a cap lowered later is already passed.
    """
    return _cap(norm.measure, row.number) if norm.counter else _field(norm.measure, _BREACHES[norm.bound](row))


def _cap(counter: str, most: int) -> Check:
    def breach(case: Case) -> Observed | None:
        standing, adding = case.minutes(counter)
        return standing + adding if adding and standing + adding > most else None

    return breach


def _field(name: str, breach: Callable[[Value], Observed | None]) -> Check:
    return lambda case: breach(case.value(name))


def _exceeds(row: Row) -> Callable[[Value], Observed | None]:
    most = row.number
    return lambda value: number if (number := as_number(value)) > most else None


def _falls_short(row: Row) -> Callable[[Value], Observed | None]:
    least = row.number
    return lambda value: number if (number := as_number(value)) < least else None


def _has_forbidden(row: Row) -> Callable[[Value], Observed | None]:
    forbidden = frozenset(row.codes)
    return lambda value: tuple([code for code in as_codes(value) if code in forbidden]) or None


def _lacks_required(row: Row) -> Callable[[Value], Observed | None]:
    required = row.codes
    return lambda value: tuple([code for code in required if code not in as_codes(value)]) or None


def _is_none_of(row: Row) -> Callable[[Value], Observed | None]:
    allowed = frozenset(row.codes)
    return lambda value: tuple([code for code in as_codes(value) if code not in allowed]) or None


_BREACHES: dict[Bound, Callable[[Row], Callable[[Value], Observed | None]]] = {
    Bound.AT_MOST: _exceeds,
    Bound.AT_LEAST: _falls_short,
    Bound.FORBIDDEN: _has_forbidden,
    Bound.REQUIRED: _lacks_required,
    Bound.ONE_OF: _is_none_of,
}
