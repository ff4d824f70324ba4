"""Field types that say what they hold and, when refused, what would pass: one for form, API and Excel row."""

import base64
import binascii
import re
import unicodedata
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from marshmallow import ValidationError, fields, validate

LONGEST_TEXT = 2000
_INVISIBLE = "含有看不见的控制字符，请删去后重填。"

fields.Field.default_error_messages.update(
    required="请填写。", null="请填写。", validator_failed="填写有误，请检查。"
)
fields.Boolean.default_error_messages.update(invalid="请选择“是”或“否”。")
fields.List.default_error_messages.update(invalid="应为一个列表。")
fields.Nested.default_error_messages.update(type="格式有误。")
fields.Dict.default_error_messages.update(invalid="格式有误。")


def _refuse(words: str) -> ValidationError:
    return ValidationError(words)


class Text(fields.String):
    """Text as people type it: composed (NFC), lines ended by \\n, without control or direction-changing characters.

    Browsers end the lines of a form by \\r\\n and count each as one character; so do the bounds.
    """

    default_error_messages = {"invalid": "应为文字。", "invalid_utf8": "文字的编码有误。"}

    def __init__(self, *, shortest: int = 0, longest: int = LONGEST_TEXT, **options: Any):
        self.shortest, self.longest = shortest, longest
        super().__init__(**options)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> str:
        typed = super()._deserialize(value, attr, data, **options)
        text = unicodedata.normalize("NFC", _one_line_end(typed)).strip()
        if _UNPRINTABLE.search(text):
            raise _refuse(_INVISIBLE)
        if len(text) < self.shortest:
            raise _refuse("请填写。" if self.shortest == 1 else f"至少 {self.shortest} 个字。")
        if len(text) > self.longest:
            raise _refuse(f"最多 {self.longest} 个字，现在有 {len(text)} 个，请删减。")
        return text


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
"""Controls but tab and line end, halves of characters, and what turns the direction of writing."""


class WholeNumber(fields.Integer):
    """A whole number: a JSON integer, or digits as typed into a form (full-width too); never a fraction."""

    default_error_messages = {"invalid": "请填整数。", "too_large": "数字太大。"}

    def __init__(self, *, least: int | None = None, most: int | None = None, **options: Any):
        bounded = least is not None or most is not None
        limits = [validate.Range(least, most, error=_range_words(least, most))] if bounded else []
        super().__init__(strict=True, validate=limits, **options)

    def _validated(self, value: Any) -> int:
        if isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        if isinstance(value, str):
            digits = unicodedata.normalize("NFKC", value).strip()
            if not re.fullmatch(r"-?[0-9]{1,15}", digits):
                raise self.make_error("invalid", input=value)
            value = int(digits)
        return super()._validated(value)


def _range_words(least: int | None, most: int | None) -> str:
    if least is None:
        return f"请填不大于 {most} 的数。"
    return f"请填不小于 {least} 的数。" if most is None else f"请填 {least} 到 {most} 之间的数。"


class Minutes(WholeNumber):
    """Whole minutes, 0 to 600."""

    def __init__(self, *, least: int = 0, **options: Any):
        super().__init__(least=least, most=600, **options)


class Id(fields.String):
    """An identifier: a UUID in its usual lower-case form."""

    default_error_messages = {"invalid": "编号有误。"}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> str:
        try:
            return str(UUID(super()._deserialize(value, attr, data, **options)))
        except (ValueError, AttributeError) as problem:
            raise self.make_error("invalid") from problem


class Digest(fields.String):
    """A SHA-256 in small hexadecimal."""

    default_error_messages = {"invalid": "应为 64 位的十六进制。"}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> str:
        text = super()._deserialize(value, attr, data, **options)
        if not _DIGEST.fullmatch(text):
            raise self.make_error("invalid")
        return text


_DIGEST = re.compile("[0-9a-f]{64}")


class LocalDate(fields.Date):
    """A date in the school's own place, 2026-09-01."""

    default_error_messages = dict.fromkeys(("invalid", "format"), "日期应写成 2026-09-01 的样子。")

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> date:
        if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE)
        return super()._deserialize(value, attr, data, **options)


class LocalTime(fields.Time):
    """A time of day in the school's own place, 17:30."""

    default_error_messages = dict.fromkeys(("invalid", "format"), "时间应写成 17:30 的样子。")

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> time:
        if not isinstance(value, str) or not re.fullmatch(r"[0-9]{2}:[0-9]{2}", value):
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE)
        return super()._deserialize(value, attr, data, **options)

    def _serialize(self, value: time | None, attr: str | None, obj: Any, **options: Any) -> str | None:
        return None if value is None else value.strftime("%H:%M")


class Instant(fields.AwareDateTime):
    """A moment in UTC."""

    default_error_messages = {"invalid": "时刻的格式有误。", "awareness": "时刻必须带时区。"}

    def _serialize(self, value: datetime | None, attr: str | None, obj: Any, **options: Any) -> Any:
        return None if value is None else value.isoformat(timespec="microseconds")


class Choice(fields.Enum[StrEnum]):
    """One value of a closed list; labels, where people choose, stand in `metadata["labels"]`."""

    default_error_messages = {"unknown": "请从列表中选择。"}

    def __init__(self, choices: type[StrEnum], **options: Any):
        super().__init__(choices, by_value=True, **options)


class Document(fields.Dict):
    """A plain document of any shape, in whose words nothing is invisible."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> Any:
        waiting = [value]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str) and _UNPRINTABLE.search(one):
                raise _refuse(_INVISIBLE)
            if isinstance(one, dict | list):
                waiting.extend([*one, *one.values()] if isinstance(one, dict) else one)
        return super()._deserialize(value, attr, data, **options)  # type: ignore[no-untyped-call]


class Bytes(fields.Field[bytes]):
    """Bytes, as base64 on the way."""

    default_error_messages = {"invalid": "内容无法读取。", "too_long": "内容太长。"}

    def __init__(self, *, longest: int, **options: Any):
        self.longest = longest
        super().__init__(**options)

    def _serialize(self, value: bytes | None, attr: str | None, obj: Any, **options: Any) -> str | None:
        return None if value is None else base64.b64encode(value).decode("ascii")

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> bytes:
        if not isinstance(value, str):
            raise self.make_error("invalid")
        try:
            content = base64.b64decode(value, validate=True)
        except (binascii.Error, ValueError) as problem:
            raise self.make_error("invalid") from problem
        if len(content) > self.longest:
            raise self.make_error("too_long")
        return content
