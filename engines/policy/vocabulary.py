"""The vocabulary: every field a case may have and a norm may speak of, each with the matters that it belongs to."""

from collections.abc import Mapping

from engines.policy.about import About
from engines.policy.field import Code, Codes, Field, Number
from engines.policy.fields.care import CARE
from engines.policy.fields.day import DAY
from engines.policy.fields.exam import EXAM
from engines.policy.fields.homework import HOMEWORK
from engines.policy.fields.pupil_day import PUPIL_DAY
from engines.policy.fields.training import TRAINING
from engines.policy.unit import UNIT_WORDS, Unit

__all__ = [
    "FIELDS", "OF_THE_DAY", "SCOPE", "UNIT_WORDS", "Code", "Codes", "Field", "Number", "Unit", "fields_of", "scopes_of"
]

_DECLARED = (*DAY, *HOMEWORK, *EXAM, *CARE, *PUPIL_DAY, *TRAINING)
FIELDS: Mapping[str, Field] = {declared.name: declared for declared in _DECLARED}

SCOPE = {
    "grades": "grade",
    "day_kinds": "day_kind",
    "weekdays": "weekday",
    "seasons": "season",
    "kinds": "kind",
    "places": "place",
    "subjects": "subject",
    "session_kinds": "session_kind",
    "offering_kinds": "offering_kind",
}
"""What a row may be limited to, and the field of the case that decides."""

OF_THE_DAY = frozenset({"grades", "day_kinds", "weekdays", "seasons"})
"""A cap on a class's whole day can be limited to these only: the day's sum does not tell one subject from another."""


def fields_of(about: About) -> tuple[Field, ...]:
    """Return all that a case of the matter can say, besides a day's minutes."""
    return tuple(field for field in _DECLARED if about in field.abouts)


def scopes_of(about: About) -> tuple[str, ...]:
    """Return the dimensions by which a row on the matter may be limited."""
    return tuple(dimension for dimension, field in SCOPE.items() if about in FIELDS[field].abouts)
