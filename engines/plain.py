"""Plain: strict reading of one mapping of a document, every refusal saying what is so and what to write instead."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NoReturn, Self, TypeVar

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, kw_only=True)
class Plain:
    """The mapping; whoever reads a document of some kind says how a place in it is refused."""

    content: Mapping[str, Any]

    def refuse(self, what: str, remedy: str) -> NoReturn:
        """Raise the document's own error for this place."""
        raise NotImplementedError

    def mapping(self, words: str) -> Self:
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

    def some(self, name: str) -> list[Any]:
        """Return a list that is not empty and says nothing twice."""
        value = self.required(name)
        if not isinstance(value, list) or not value:
            self.refuse(f"{name} 应为列表，至少一项，现为 {value!r}", f"请把 {name} 写成列表，或整个删去")
        if any(value.count(item) > 1 for item in value):
            self.refuse(f"{name} 有重复的项", "每一项只写一次")
        return value
