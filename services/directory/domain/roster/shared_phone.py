"""Shared phone: one number belongs to one person."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from services.directory.domain.roster.finding import Finding

_REMEDY = "请核对，每个号码只属于一个人"


@dataclass(frozen=True, kw_only=True)
class Use:
    """Somebody's number, and where it stands."""

    row: int
    column: int
    name: str
    phone: str


def phones_under_two_names(uses: Iterable[Use]) -> Iterator[Finding]:
    """Yield a refusal for every cell whose number stands under another name too."""
    by_phone: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        by_phone[use.phone].append(use)
    for same in by_phone.values():
        for use in same if len({one.name for one in same}) > 1 else ():
            other = next(one for one in same if one.name != use.name)
            what = "同一行的另一位监护人" if other.row == use.row else f"第 {other.row} 行的另一个人"
            yield Finding(row=use.row, column=use.column, what=f"与{what}是同一个号码", remedy=_REMEDY)
