"""What a region covers, as people say it."""

from collections.abc import Iterable

from engines.policy.region import ANY_OTHER, Region, whole_side
from engines.policy.vocabulary import FIELDS, SCOPE, Code
from engines.policy.words import grade_words, weekday_words


def whom(region: Region) -> str:
    """Return the cases: "六年级", "周四、放学后"; "各种情形" where nothing is limited."""
    said = [
        _side_words(dimension, side)
        for dimension, side in zip(SCOPE, region.sides, strict=True)
        if not side >= whole_side(dimension)
    ]
    return "、".join(said) or "各种情形"


def _side_words(dimension: str, side: Iterable[int | str]) -> str:
    if dimension == "grades":
        return grade_words(value for value in side if isinstance(value, int))
    if dimension == "weekdays":
        return weekday_words(value for value in side if isinstance(value, int))
    field = FIELDS[SCOPE[dimension]]
    present = [str(value) for value in side if value != ANY_OTHER]
    return "、".join(field.label(code) if isinstance(field, Code) else code for code in sorted(present))
