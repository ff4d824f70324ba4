"""Offers: a button of a refused form that puts one value into one field and sends the rest as typed."""

from marshmallow import fields

from contracts.finding import Offer
from contracts.message import Message
from gateway.forms.plain import Given

NAME = "offer"
_MARK = "="
_LIST_MARK = ","


def button_value(offer: Offer) -> str:
    """Return the value of the button that takes this offer."""
    return f"{offer.field}{_MARK}{offer.value}"


def taken(message: type[Message], given: Given) -> Given:
    """Return what was given, with the tapped offer's value in its field; commas stand between a list's values."""
    name, mark, value = given.get(NAME, "").partition(_MARK)
    declared = message.schema().fields.get(name)
    if not mark or declared is None:
        return given
    chosen = given.copy()
    chosen.poplist(NAME)
    chosen.setlist(name, value.split(_LIST_MARK) if isinstance(declared, fields.List) else [value])
    return chosen
