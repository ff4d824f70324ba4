"""A message's schema, as the fields of a form."""

from marshmallow import fields

from contracts.fields import Choice, LocalDate, LocalTime, Text, WholeNumber
from contracts.message import Message
from gateway.forms.field import Field, Option

_WIDGETS: tuple[tuple[type[fields.Field], str], ...] = (
    (fields.List, "checkboxes"), (Choice, "radios"), (LocalDate, "date"), (LocalTime, "time"),
    (WholeNumber, "number"),
)


def described(message: type[Message]) -> dict[str, Field]:
    """Return an empty field for each field of the message that has a label, in the schema's order."""
    schema = message.schema()
    return {name: _field(name, f) for name, f in schema.fields.items() if "label" in f.metadata}


def _field(name: str, declared: fields.Field) -> Field:
    words = declared.metadata
    longest = declared.longest if isinstance(declared, Text) else None
    return Field(
        name=name,
        widget=words.get("widget") or next((w for kind, w in _WIDGETS if isinstance(declared, kind)), "text"),
        label=words["label"],
        hint=words.get("hint", ""),
        longest=longest,
        options=tuple(Option(value=str(value), label=label) for value, label in words.get("labels", {}).items()),
    )
