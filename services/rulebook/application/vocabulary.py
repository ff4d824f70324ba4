"""Vocabulary: what norms can speak of, in words, so that forms are drawn from it."""

from collections.abc import Iterable

from contracts.rulebook.trying import FieldWords, Matter, MeasureWords, ReadVocabulary, Vocabulary
from engines.policy import About, Counter
from engines.policy.counter import COUNTER_KEYS
from engines.policy.measure import MEASURES, MINUTES_OF_A_DAY, measure_named
from engines.policy.vocabulary import FIELDS, SCOPE, Codes, Field, Number
from engines.policy.words import counted
from services.rulebook.application.unit import Unit

_MATTERS = {About.HOMEWORK: "作业", About.CARE: "课后服务"}


def read_vocabulary(unit: Unit, ask: ReadVocabulary) -> Vocabulary:
    """Return every matter with its measures and fields, and every dimension that may limit a row."""
    return Vocabulary(
        matters=tuple(_matter(about) for about in About),
        scopes=tuple(_field(FIELDS[field], scope) for scope, field in SCOPE.items()),
    )


def _matter(about: About) -> Matter:
    return Matter(
        about=about, words=_MATTERS[about], measures=tuple(_measures(about)), fields=tuple(map(_field, FIELDS.values()))
    )


def _measures(about: About) -> Iterable[MeasureWords]:
    for name in MEASURES:
        measure = measure_named(name)
        if measure is not None and (about is About.HOMEWORK or name not in COUNTER_KEYS):
            yield MeasureWords(
                name=name, words=_measure_words(name), bounds=tuple(measure.bounds), unit=measure.unit,
                values=_value(name), scopes=tuple(scope for scope in SCOPE if scope in measure.scopes),
            )


def _measure_words(name: str) -> str:
    if name not in COUNTER_KEYS:
        return FIELDS[name].words
    counter = Counter.named(name)
    return f"每天{counted(counter)}的分钟数（{_STATISTICS[counter.statistic]}）"


def _value(name: str) -> FieldWords:
    if name in COUNTER_KEYS:
        return FieldWords(name=name, words="分钟", kind="number", least=0, most=MINUTES_OF_A_DAY)
    return _field(FIELDS[name])


def _field(field: Field, name: str = "") -> FieldWords:
    if isinstance(field, Number):
        return FieldWords(
            name=name or field.name, words=field.words, kind="number", least=field.least, most=field.most
        )
    kind = "codes" if isinstance(field, Codes) else "code" if field.labels else "word"
    return FieldWords(name=name or field.name, words=field.words, kind=kind, labels=dict(field.labels) or None)


_STATISTICS = {"average": "平均", "maximum": "每个学生"}
