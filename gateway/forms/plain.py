"""A form as sent by a browser, turned into the plain values that a program would have sent as JSON."""

from typing import Any

from marshmallow import fields
from werkzeug.datastructures import MultiDict

from contracts.message import Message

Given = MultiDict[str, str]


def plain(message: type[Message], given: Given) -> dict[str, Any]:
    """Return only what the message knows; what was left empty is left out, a list takes every answer."""
    declared = message.schema().fields
    read = {name: _read(field, given.getlist(name)) for name, field in declared.items()}
    return {name: value for name, value in read.items() if value is not None}


def _read(field: fields.Field, values: list[str]) -> Any:
    filled = [value for value in values if value.strip()]
    if isinstance(field, fields.List):
        return filled
    return filled[0] if filled else None


def given_from(values: dict[str, Any]) -> Given:
    """Return values (a message's dump) as a browser would have sent them."""
    given: Given = MultiDict()
    for name, value in values.items():
        listed = value if isinstance(value, (list, tuple)) else [value]
        given.setlist(name, [str(v) for v in listed if v is not None])
    return given
