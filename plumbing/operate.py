"""Operate: one thing done for the operator, by a process of its own: the ask comes, and the answer goes, as JSON."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import ValidationError

from contracts.errors import InvalidRequest, ServiceError
from contracts.message import Message


@dataclass(frozen=True, kw_only=True)
class Operated:
    """What the operator may ask of a house, and what does it."""

    ask: type[Message]
    act: Callable[[Any, Any], Message]


def operated(house: Any, known: Mapping[str, Operated], name: str, plain: Mapping[str, Any]) -> dict[str, Any]:
    """Return {"answer": ...}, or {"refused": its sentence, "fields": {name: sentences}} for what cannot be done."""
    try:
        return {"answer": known[name].act(house, _loaded(known[name].ask, plain)).dump()}
    except ServiceError as refusal:
        return {"refused": refusal.said, "fields": refusal.details.get("fields", {})}


def _loaded(ask: type[Message], plain: Mapping[str, Any]) -> Message:
    try:
        return ask.load(plain)
    except ValidationError as problem:
        raise InvalidRequest(details={"fields": problem.normalized_messages()}) from problem
