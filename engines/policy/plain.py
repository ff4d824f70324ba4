"""NormPlain: one mapping of a norm's document, and its dates."""

import re
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from engines.plain import Plain
from engines.policy.unreadable import NormUnreadable


@dataclass(frozen=True, kw_only=True)
class NormPlain(Plain):
    """It belongs to a norm, and to a row or derogation of it."""

    norm: str
    row: int | None
    derogation: int | None = None

    def refuse(self, what: str, remedy: str) -> NoReturn:
        """Raise NormUnreadable for this place."""
        raise NormUnreadable(norm=self.norm, row=self.row, derogation=self.derogation, what=what, remedy=remedy)

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
