"""Change: the same case with one thing done differently, its minutes counted anew."""

from dataclasses import replace

from engines.policy.about import About
from engines.policy.case import Case
from engines.policy.counter import counters_of
from engines.policy.value import Value, as_number


def changed(case: Case, field: str, value: Value) -> Case:
    """Return the case as if `field` held `value`; "minutes" means at most so many on every path through the piece.

    Raises CaseIncomplete if homework of another kind or place needs minutes that the case does not tell.
    """
    if field == "minutes":
        return replace(case, adding={key: min(minutes, as_number(value)) for key, minutes in case.adding.items()})
    other = replace(case, fields={**case.fields, field: value})
    return _recounted(other) if case.about == About.HOMEWORK and field in ("kind", "place") else other


def _recounted(case: Case) -> Case:
    adding = counters_of(
        written=case.value("kind") == "written",
        at_home=case.value("place") == "home",
        typical_minutes=case.minutes("all_total_average")[1],
        longest_minutes=case.minutes("all_total_maximum")[1],
    )
    return replace(case, adding=adding)
