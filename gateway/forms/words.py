"""Several words typed into one line: 语文、数学."""

import re
from collections.abc import Iterable

from marshmallow import fields

from contracts.message import Message
from gateway.forms.described import described
from gateway.forms.field import Field
from gateway.forms.plain import Given

WIDGET = "words"
_BETWEEN = re.compile(r"[、，,；;\s]+")


def apart(given: Given, names: Iterable[str]) -> Given:
    """Return what was given, with each word by itself in these fields."""
    parted = given.copy()
    for name in names:
        parted.setlist(name, [word for line in given.getlist(name) for word in _BETWEEN.split(line) if word])
    return parted


def joined(given: Given, names: Iterable[str]) -> Given:
    """Return what was given, with all words of each of these fields in one line."""
    together = given.copy()
    for name in names:
        together.setlist(name, ["、".join(given.getlist(name))])
    return together


def lists(message: type[Message]) -> tuple[str, ...]:
    """Return the names of a message's fields that hold several values."""
    return tuple(name for name, declared in message.schema().fields.items() if isinstance(declared, fields.List))


def lines(message: type[Message]) -> dict[str, Field]:
    """Return those fields as lines to be typed: for a form that is handed back without a look at what may be chosen."""
    asked = described(message)
    return {
        name: Field(name=name, widget=WIDGET, label=asked[name].label) for name in lists(message) if name in asked
    }
