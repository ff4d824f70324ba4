"""Plain: strict reading of one mapping of a norm's document, every refusal saying where and what to write instead."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from engines.policy.unreadable import NormUnreadable

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, kw_only=True)
class Plain:
    """The mapping, and which norm and row or derogation it belongs to."""

    norm: str
    row: int | None
    content: Mapping[str, Any]
    derogation: int | None = None

    def refuse(self, what: str, remedy: str) -> NoReturn:
        """Raise NormUnreadable for this place."""
        raise NormUnreadable(norm=self.norm, row=self.row, derogation=self.derogation, what=what, remedy=remedy)

    def mapping(self, words: str) -> "Plain":
        """Return this place itself, whose content is a mapping; refuse it, under these words, if it is not."""
        if not isinstance(self.content, Mapping):
            self.refuse(f"{words}读不出来", f"{words}应为“名称: 值”的形式")
        return self

    def only(self, known: Collection[str]) -> None:
        """Refuse keys that mean nothing here."""
        unknown = [str(key) for key in self.content if key not in known]
        if unknown:
            self.refuse(f"不认识“{'”“'.join(unknown)}”", f"可以写的有：{'、'.join(known)}")

    def required(self, name: str) -> Any:
        """Return what stands under the name."""
        if self.content.get(name) is None:
            self.refuse(f"缺少 {name}", f"请写明 {name}")
        return self.content[name]

    def text(self, name: str) -> str:
        """Return words: not empty, without spaces around them."""
        value = self.required(name)
        if not isinstance(value, str) or not value.strip() or value != value.strip():
            self.refuse(f"{name} 应为文字，前后不留空格，现为 {value!r}", f"请写明 {name} 的文字")
        return value

    def key(self, name: str) -> str:
        """Return a name for programs: small Latin letters, digits and underscores."""
        value = self.text(name)
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,59}", value):
            self.refuse(f"{name} 不能是 {value!r}", "请用小写字母、数字和下划线，以字母开头，不超过 60 个字符")
        return value

    def choice(self, name: str, choices: type[Choice]) -> Choice:
        """Return one of a closed list."""
        value = self.required(name)
        if value not in list(choices):
            self.refuse(f"{name} 不能是 {value!r}", f"可以写的有：{'、'.join(choices)}")
        return choices(value)

    def day(self, name: str) -> date:
        """Return a date, written 2021-09-01."""
        value = self.required(name)
        try:
            if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        self.refuse(f"{name} 不是日期：{value!r}", "日期请写成 2021-09-01 的样子")

    def last_day(self, name: str) -> date:
        """Return the date on which this ends, not before `effective_from`."""
        last = self.day(name)
        if last < self.day("effective_from"):
            self.refuse(f"{name} 早于 effective_from", f"请检查两个日期；一直有效的行，不写 {name}")
        return last

    def some(self, name: str) -> list[Any]:
        """Return a list that is not empty and says nothing twice."""
        value = self.required(name)
        if not isinstance(value, list) or not value:
            self.refuse(f"{name} 应为列表，至少一项，现为 {value!r}", f"请把 {name} 写成列表，或整个删去")
        if any(value.count(item) > 1 for item in value):
            self.refuse(f"{name} 有重复的项", "每一项只写一次")
        return value
