"""试一试: a case that nobody has done, judged under what is in force or under the asker's draft, and explained."""

from datetime import date
from typing import Any

from marshmallow import fields

from contracts.actor import STAFF
from contracts.call import Call
from contracts.fields import Minutes, Text
from contracts.finding import Finding
from contracts.message import Message, of


class ReadVocabulary(Message):
    """Ask what norms can speak of."""


class FieldWords(Message):
    """One field of a case. `kind` is number, time, code, codes or word; a number lies between `least` and `most`.

    `labels` are the codes it may hold, each as people say it; none for a number or for any word.
    """

    name: str
    words: str
    kind: str
    least: int | None = None
    most: int | None = None
    labels: dict[str, str] | None = None


class MeasureWords(Message):
    """Something a norm may look at: `values` is what its value is typed like; `scopes` what may limit a row."""

    name: str
    words: str
    bounds: tuple[str, ...]
    unit: str
    values: FieldWords
    scopes: tuple[str, ...]


class Matter(Message):
    """What norms of one sort speak of (homework, care, …), with all that a case of it can say."""

    about: str
    words: str
    measures: tuple[MeasureWords, ...]
    fields: tuple[FieldWords, ...]


class Vocabulary(Message):
    """Every matter, and every dimension by which a row may be limited."""

    matters: tuple[Matter, ...]
    scopes: tuple[FieldWords, ...]


class TryCase(Message):
    """Ask what would be said of a case on a day. `said` holds fields by name: a number, a code, or a list of codes.

    Of homework also `minutes`, and `standing`: what the class has already of the same kind, done at the same place.
    With `draft` the asker's layer is as its draft has it.
    """

    about: str
    on: date
    said: dict[str, Any] = of(fields.Dict(keys=Text(longest=40)))
    minutes: int | None = of(Minutes(), default=None)
    standing: int = of(Minutes(), default=0)
    draft: bool = False


class LineLooked(Message):
    """One row that was looked at: `why` is holds, broken, derogated, outside, not_yet, over or other_matter."""

    layer: str
    norm: str
    title: str
    row: int
    sentence: str
    why: str
    told: str


class Tried(Message):
    """`outcome` is compliant, violation, warning or not_regulated; `lines` are every row, the highest layer first."""

    outcome: str
    findings: tuple[Finding, ...]
    lines: tuple[LineLooked, ...]


VOCABULARY = Call(service="rulebook", method="vocabulary", ask=ReadVocabulary, answer=Vocabulary, allow=STAFF)
TRY_CASE = Call(service="rulebook", method="try_case", ask=TryCase, answer=Tried, allow=STAFF)
