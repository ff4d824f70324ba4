"""Plainly: what norms say of a case, row by row as the words of the rules go; slow, and nothing remembered."""

from engines.policy import Bound, CaseIncomplete, Layer, Outcome
from engines.policy.value import as_codes

HEIGHT = list(Layer)


def judged(norms, case, on):
    """Return the outcome and each (norm, row, observed, standing); None if the case does not say enough."""
    try:
        bound = [(norm, row) for norm in norms for row in norm.binding(case, on)]
        found = [(norm, row, *told) for norm, row in bound if (told := _broken(norm, row, case)) is not None]
    except CaseIncomplete:
        return None
    found.sort(key=lambda told: (not told[0].refuses, HEIGHT.index(told[0].layer)))
    return _outcome(bound, found), found


def _outcome(bound, found):
    if any(norm.refuses for norm, *_ in found):
        return Outcome.VIOLATION
    if found:
        return Outcome.WARNING
    return Outcome.COMPLIANT if bound else Outcome.NOT_REGULATED


def _broken(norm, row, case):
    if norm.counter is not None:
        standing, adding = case.minutes(norm.measure)
        return (standing + adding, standing) if adding and standing + adding > row.value else None
    value = case.value(norm.measure)
    match norm.bound:
        case Bound.AT_MOST:
            return (value, 0) if value > row.value else None
        case Bound.AT_LEAST:
            return (value, 0) if value < row.value else None
        case Bound.FORBIDDEN:
            wrong = [code for code in as_codes(value) if code in row.value]
        case Bound.REQUIRED:
            wrong = [code for code in row.value if code not in as_codes(value)]
        case Bound.ONE_OF:
            wrong = [code for code in as_codes(value) if code not in row.value]
    return (tuple(wrong), 0) if wrong else None
