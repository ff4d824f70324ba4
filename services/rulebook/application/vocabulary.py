"""Vocabulary: what norms can speak of, in words, so that forms are drawn from it."""

from contracts.rulebook.trying import FieldWords, Matter, MeasureWords, ReadVocabulary, Vocabulary
from engines.policy import About, Counter, Statistic
from engines.policy import Unit as Measured
from engines.policy.about import ABOUT_WORDS
from engines.policy.counter import COUNTER_KEYS, CountedPlace
from engines.policy.field import Codes, Field, Number
from engines.policy.measure import MEASURES, MINUTES_OF_A_DAY, measures_of
from engines.policy.vocabulary import FIELDS, SCOPE, fields_of
from engines.policy.words import counted
from services.rulebook.application.unit import Unit

_WHOSE = {Statistic.AVERAGE: "按一般学生算", Statistic.MAXIMUM: "按每个学生算"}


def read_vocabulary(unit: Unit, ask: ReadVocabulary) -> Vocabulary:
    """Return every matter with its measures and fields, and every dimension that may limit a row."""
    return Vocabulary(
        matters=tuple(_matter(about) for about in About),
        scopes=tuple(_field(FIELDS[field], scope) for scope, field in SCOPE.items()),
    )


def _matter(about: About) -> Matter:
    return Matter(
        about=about, words=ABOUT_WORDS[about], measures=tuple(_measure(name, about) for name in measures_of(about)),
        fields=tuple(_field(field, field.name) for field in fields_of(about)),
    )


def _measure(name: str, about: About) -> MeasureWords:
    measure, values = MEASURES[name], _minutes(name) if name in COUNTER_KEYS else _field(FIELDS[name], name)
    return MeasureWords(
        name=name, words=values.words, bounds=tuple(measure.bounds), unit=measure.unit, values=values,
        scopes=measure.scopes(about),
    )


def _minutes(name: str) -> FieldWords:
    counter = Counter.named(name)
    together = "（在校与回家合计）" if counter.place is CountedPlace.TOTAL else ""
    words = f"每天{counted(counter)}{together}的分钟数，{_WHOSE[counter.statistic]}"
    return FieldWords(name=name, words=words, kind="number", least=0, most=MINUTES_OF_A_DAY)


def _field(field: Field, name: str) -> FieldWords:
    if isinstance(field, Number):
        kind = "time" if field.unit is Measured.TIME else "number"
        return FieldWords(name=name, words=field.words, kind=kind, least=field.least, most=field.most)
    kind = "codes" if isinstance(field, Codes) else "code" if field.labels else "word"
    return FieldWords(name=name, words=field.words, kind=kind, labels=dict(field.labels) or None)
