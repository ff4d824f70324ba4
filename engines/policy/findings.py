"""Findings of a case, bare: which rows bind, and which of them do not hold; the offers come later."""

from collections.abc import Iterable, Sequence
from datetime import date

from engines.policy.breach import breach
from engines.policy.case import Case
from engines.policy.finding import Finding
from engines.policy.norm import Norm
from engines.policy.row import Row

Binding = tuple[Norm, Row]


def bindings(norms: Iterable[Norm], case: Case, on: date) -> tuple[Binding, ...]:
    """Return every row that is in force and covers the case, with its norm. Raises CaseIncomplete."""
    return tuple((norm, row) for norm in norms for row in norm.binding(case, on))


def findings(bound: Sequence[Binding], case: Case) -> tuple[Finding, ...]:
    """Return a finding for each row that does not hold. Raises CaseIncomplete."""
    return tuple(finding for norm, row in bound if (finding := _finding(norm, row, case)) is not None)


def _finding(norm: Norm, row: Row, case: Case) -> Finding | None:
    observed = breach(norm, row, case)
    if observed is None:
        return None
    standing = case.minutes(norm.measure)[0] if norm.counter else 0
    return Finding(norm=norm, row=row, observed=observed, standing=standing)
