"""What a region covers and a value says, as people say it."""

from collections.abc import Iterable

from engines.policy.norm import Norm
from engines.policy.region import ANY_OTHER, Region, whole_side
from engines.policy.scope_words import grade_words, weekday_words
from engines.policy.unit import Unit, time_words
from engines.policy.value import Value, as_codes
from engines.policy.vocabulary import FIELDS, SCOPE, Code


def whom(region: Region) -> str:
    """Return the cases: "六年级", "周四、放学后"; "各种情形" where nothing is limited."""
    said = [
        side_words(SCOPE[dimension], side)
        for dimension, side in zip(SCOPE, region.sides, strict=True)
        if not side >= whole_side(dimension)
    ]
    return "、".join(said) or "各种情形"


def value_words(norm: Norm, value: Value) -> str:
    """Return a value of a norm without its unit: "60"; "17:30"; "语文、数学"."""
    if isinstance(value, int):
        return time_words(value) if norm.unit is Unit.TIME else str(value)
    return side_words(norm.measure, as_codes(value))


def side_words(name: str, values: Iterable[int | str]) -> str:
    """Return values of a field: "三至六年级"; "周四"; "书面、口头·阅读"."""
    field = FIELDS[name]
    if name == "grade":
        return grade_words(value for value in values if isinstance(value, int))
    if name == "weekday":
        return weekday_words(value for value in values if isinstance(value, int))
    present = [str(value) for value in (sorted(values, key=str) if isinstance(values, frozenset) else values)]
    if not isinstance(field, Code) or not field.labels:
        return "、".join(value for value in present if value != ANY_OTHER)
    return "、".join(label for code, label in field.labels.items() if code in present)
