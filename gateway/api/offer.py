"""Offer: one call of a house as an address of the API."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import EXCLUDE, RAISE, Schema, ValidationError, post_load

from contracts.call import Call
from contracts.errors import NotFound

_IN_PATH = re.compile(r"<(?:uuid:)?(\w+)>")
SCHOOL_CODE = "code"


@dataclass(frozen=True, kw_only=True)
class Offer:
    """`rule` is the address below /api/v1; what it names of the call's ask is not asked again in body or query.

    Under /schools/<code> a call is answered to anybody, as that school shows itself from outside.
    """

    verb: str
    rule: str
    call: Call[Any, Any]
    summary: str
    status: int = 200
    takes_file: bool = False
    unproven: bool = False

    @property
    def public(self) -> bool:
        """Say whether anybody may ask."""
        return self.rule.startswith("/schools/")

    @property
    def in_path(self) -> frozenset[str]:
        """Return the names that the address carries."""
        return frozenset(_IN_PATH.findall(self.rule))

    @property
    def location(self) -> str:
        """Say where the rest of the ask is read from."""
        return "query" if self.verb == "GET" else "json"

    def said_in_path(self, named: Mapping[str, str]) -> dict[str, Any]:
        """Return what the address says of the ask. Raises NotFound for an address that cannot be."""
        asked = self.call.ask.schema_class()().fields
        try:
            return {name: asked[name].deserialize(value) for name, value in named.items() if name in asked}
        except ValidationError as problem:
            raise NotFound from problem

    def schema(self) -> type[Schema]:
        """Return the ask's own schema, without what the address carries; it loads plain fields, not yet the message."""
        asked = self.call.ask.schema_class()
        exclude = tuple(self.in_path & set(asked._declared_fields))
        unknown = RAISE if self.location == "json" else EXCLUDE
        members = {"build": post_load(_keep), "Meta": type("Meta", (), {"exclude": exclude, "unknown": unknown})}
        return type(asked)(self.call.ask.__name__, (asked,), {**members, "__doc__": asked.__doc__})


def _keep(_: Schema, data: dict[str, Any], **__: Any) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
