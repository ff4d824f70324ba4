"""Spoken: what norms and cases speak of, as questions of a form; the vocabulary says what may be answered."""

from collections.abc import Callable, Mapping

from contracts.rulebook.trying import FieldWords
from engines.policy.unit import UNIT_WORDS
from gateway.forms.field import Field, Option
from gateway.forms.words import WIDGET as WORDS
from gateway.texts.classes import grade_name
from gateway.texts.dates import weekday_name

_SAID: Mapping[str, Callable[[int], str]] = {
    "grade": grade_name, "grades": grade_name, "weekday": weekday_name, "weekdays": weekday_name,
}
"""Numbers that people call by a name."""
_WIDGETS = {"number": "number", "time": "time", "code": "radios", "codes": "checkboxes", "word": "text"}


def question(
    of: FieldWords, *, name: str = "", label: str = "", hint: str = "", unit: str = "", several: bool = False
) -> Field:
    """Return the question for a field of the vocabulary; `several`: any number of its values may be chosen."""
    options = _options(of)
    widget = _several(of, options) if several else "radios" if options and of.kind != "codes" else _WIDGETS[of.kind]
    return Field(
        name=name or of.name, widget=widget, label=label or of.words, hint=hint or _hint(of, widget, unit),
        options=options,
    )


def _several(of: FieldWords, options: tuple[Option, ...]) -> str:
    return "checkboxes" if options else WORDS


def _options(of: FieldWords) -> tuple[Option, ...]:
    if of.labels:
        return tuple(Option(value=code, label=words) for code, words in of.labels.items())
    say = _SAID.get(of.name)
    if say is None or of.least is None or of.most is None:
        return ()
    return tuple(Option(value=str(number), label=say(number)) for number in range(of.least, of.most + 1))


def _hint(of: FieldWords, widget: str, unit: str) -> str:
    if widget == "number" and of.most is not None:
        said = next((words for known, words in UNIT_WORDS.items() if known == unit), "")
        return f"{of.least or 0} 到 {of.most} {said}" if said else f"{of.least or 0} 到 {of.most} 之间的整数"
    return {"time": "例如：17:30", WORDS: "可以写几个，用顿号隔开"}.get(widget, "")
