"""Piece: one piece of homework of the demo, and the day of a class that must have room for it (H1, H2)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from demo.caps import Cap


@dataclass(frozen=True, kw_only=True)
class Piece:
    """As homework's seed reads it; ids only, and nobody's name."""

    assignment_id: str
    district_id: str
    school_id: str
    class_id: str
    teacher_id: str
    subject: str
    day: date
    kind: str
    place: str
    minutes: int
    content: str
    published_at: datetime
    changed_at: datetime | None = None
    state: str = "published"
    reason: str = ""

    def dump(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        moments = {"published_at": self.published_at, "changed_at": self.changed_at}
        written = {name: moment and moment.isoformat() for name, moment in moments.items()}
        return {**vars(self), "day": self.day.isoformat(), **written}


@dataclass(kw_only=True)
class ClassDay:
    """The pieces of one class on one day, below every cap."""

    caps: Iterable[Cap]
    pieces: list[tuple[str, str, int]] = field(default_factory=list)

    def room(self, kind: str, place: str, most: int) -> int:
        """Return how long a piece of this kind, done there, may be: `most`, or what the tightest cap leaves."""
        return min([most, *(self._left(cap) for cap in self.caps if cap.takes(kind, place))])

    def take(self, kind: str, place: str, minutes: int) -> None:
        """Count a piece that is set."""
        self.pieces.append((kind, place, minutes))

    def _left(self, cap: Cap) -> int:
        return cap.minutes - sum(minutes for kind, place, minutes in self.pieces if cap.takes(kind, place))
