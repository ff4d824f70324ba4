"""Club: what is drawn for, with its places in this round."""

from dataclasses import dataclass

from engines.draw.field import check_field, check_number
from engines.draw.unfit import Unfit


@dataclass(frozen=True, kw_only=True)
class Club:
    """`slots` are when it meets, in any words that are the same for the same time ("3@after_school").

    Clubs that share a slot are never both given to one ticket. `places` are those of this round only; none is allowed.
    """

    id: str
    title: str
    places: int
    slots: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        check_field("社团代号", self.id)
        check_field("社团名称", self.title)
        check_number(f"“{self.title}”的名额", self.places, least=0)
        if isinstance(self.slots, str):
            raise Unfit(f"“{self.title}”的时间应为一组文字，现为 {self.slots!r}", "请写成几个时间的集合")
        for slot in self.slots:
            check_field("时间", slot)

    def clashes(self, other: "Club") -> bool:
        """Say whether nobody can be in both."""
        return not self.slots.isdisjoint(other.slots)
