"""Ticket: one child in one round, under an id that nobody else knows the meaning of."""

from collections import Counter
from dataclasses import dataclass

from engines.draw.field import check_field
from engines.draw.unfit import Unfit


@dataclass(frozen=True, kw_only=True)
class Ticket:
    """`choices` are ids of clubs, the dearest first (E3). It says nothing else: no child, no class, no reason.

    The id is the caller's: random, new in every round, and at least 64 bits long where the list is not shown to all.
    """

    id: str
    choices: tuple[str, ...]

    def __post_init__(self) -> None:
        check_field("签号", self.id)
        if not self.choices:
            raise Unfit(f"签“{self.id}”没有志愿", "请至少写一个社团")
        for club, times in Counter(self.choices).items():
            if times > 1:
                raise Unfit(f"签“{self.id}”把“{club}”写了 {times} 次", "每个社团只写一次")
