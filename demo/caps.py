"""Cap: the minutes a plan allows a class for one day, and what it counts towards them (H1)."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Cap:
    """`counts` is written or all, `place` home or total, as in the plan's own words."""

    grades: range
    minutes: int
    counts: str
    place: str

    @classmethod
    def read(cls, plain: dict[str, Any]) -> "Cap":
        """Return the cap that a line of plans.yaml describes."""
        first, last = plain["grades"]
        return cls(
            grades=range(first, last + 1), minutes=plain["minutes"], counts=plain["counts"], place=plain["place"]
        )

    def takes(self, kind: str, place: str) -> bool:
        """Say whether a piece of this kind, done there, draws on this cap."""
        return self.counts in ("all", kind) and self.place in ("total", place)
