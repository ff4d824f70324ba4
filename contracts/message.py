"""Message: a frozen value that knows its own marshmallow schema, written once and used by form, API, call and event."""

import dataclasses
import types
import typing
from base64 import b64decode
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Self, dataclass_transform

from marshmallow import EXCLUDE, RAISE, Schema, fields, post_load

from contracts.fields import Choice, Instant, LocalDate, LocalTime, Text, WholeNumber

_REQUIRED: Any = dataclasses.MISSING


def of(field: fields.Field[Any], *, default: Any = _REQUIRED) -> Any:
    """Declare a message's field by its marshmallow `field`, where the type alone would say too little."""
    return dataclasses.field(default=default, metadata={"field": field})


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(of,))
class Message:
    """Base of all that travels between houses: a frozen, keyword-only dataclass with one schema."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        dataclasses.dataclass(frozen=True, kw_only=True)(cls)

    @classmethod
    @cache
    def schema_class(cls) -> type[Schema]:
        """Return the marshmallow class of this message: unknown fields are refused."""
        hints = typing.get_type_hints(cls)
        declared: dict[str, Any] = {f.name: _schema_field(f, hints[f.name]) for f in dataclasses.fields(cls)}

        def build(_: Schema, data: dict[str, Any], **__: Any) -> Message:
            return cls(**{name: tuple(v) if isinstance(v, list) else v for name, v in data.items()})

        meta = type("Meta", (), {"unknown": RAISE})
        members = {**declared, "build": post_load(build), "Meta": meta, "__doc__": cls.__doc__}
        return types.new_class(cls.__name__, (Schema,), exec_body=lambda body: body.update(members))

    @classmethod
    @cache
    def schema(cls) -> Schema:
        """Return one shared, ready schema of this message."""
        return cls.schema_class()()

    @classmethod
    def load(cls, plain: Mapping[str, Any], *, newer_fields: bool = False) -> Self:
        """Return the message that `plain` describes.

        `newer_fields` lets unknown fields pass (events, answers: a newer house may say more).
        Raises marshmallow.ValidationError naming every field that is wrong.
        """
        loaded = cls.schema().load(plain, unknown=EXCLUDE if newer_fields else RAISE)
        return typing.cast(Self, loaded)

    def dump(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return typing.cast(dict[str, Any], type(self).schema().dump(self))

    @classmethod
    def restore(cls, plain: Mapping[str, Any]) -> Self:
        """Return the message whose `dump` is `plain`, unchecked: for what one of our own houses has said or stored.

        Unknown fields pass. Raises KeyError, TypeError or ValueError where it is no dump of this message.
        """
        known = cls._restorers()
        return cls(**{name: known[name](value) for name, value in plain.items() if name in known})

    @classmethod
    @cache
    def _restorers(cls) -> dict[str, Callable[[Any], Any]]:
        hints = typing.get_type_hints(cls)
        return {f.name: _restorer_for(hints[f.name]) for f in dataclasses.fields(cls)}


def _schema_field(f: "dataclasses.Field[Any]", hint: Any) -> fields.Field[Any]:
    declared = f.metadata.get("field")
    if declared is None:
        declared = _field_for(hint)
    if f.default is not dataclasses.MISSING:
        declared.required, declared.load_default = False, f.default
        declared.allow_none = declared.allow_none or f.default is None
    else:
        declared.required = True
    return typing.cast("fields.Field[Any]", declared)


_PLAIN: dict[Any, type[fields.Field[Any]]] = {
    str: Text, int: WholeNumber, bool: fields.Boolean, date: LocalDate, time: LocalTime, datetime: Instant,
}


def _field_for(hint: Any) -> fields.Field[Any]:
    """Choose a field by type: plain values, `X | None`, `tuple[X, ...]`, `dict[str, X]`, enums, nested messages."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        inner = _field_for(next(a for a in arguments if a is not type(None)))
        inner.allow_none = True
        return inner
    if origin is tuple:
        return fields.List(_field_for(arguments[0]))
    if origin is dict:
        return fields.Dict(keys=Text(), values=None if arguments[1] is Any else _field_for(arguments[1]))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Choice(hint)
    if isinstance(hint, type) and issubclass(hint, Message):
        return fields.Nested(hint.schema_class, unknown=None)
    return _PLAIN[hint]()


_RESTORED: dict[Any, Callable[[Any], Any]] = {
    date: date.fromisoformat, time: time.fromisoformat, datetime: datetime.fromisoformat, bytes: b64decode,
}


def _restorer_for(hint: Any) -> Callable[[Any], Any]:
    """Choose by type what turns a dumped value back."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        inner = _restorer_for(next(a for a in arguments if a is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        inner = _restorer_for(arguments[0])
        return lambda values: tuple(map(inner, values))
    if origin is dict:
        inner = _restorer_for(arguments[1])
        return lambda values: {key: inner(value) for key, value in values.items()}
    if isinstance(hint, type) and issubclass(hint, Message):
        return hint.restore
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    return _RESTORED.get(hint, _as_it_is)


def _as_it_is(value: Any) -> Any:
    return value
