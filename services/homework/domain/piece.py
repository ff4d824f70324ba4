"""Piece: one piece of homework as it stands, and what it may become."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from engines.policy.counter import counters_of


class State(StrEnum):
    """What the board shows a piece as (H4); nothing ever leaves the board."""

    PUBLISHED = "published"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a teacher says of a piece and may correct: `kind` as H6 names it, `place` home or school (H8)."""

    kind: str
    place: str
    minutes: int
    content: str


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Due on `day`. `sequence` counts its versions, 1 when published; `reason` says why it last changed."""

    assignment_id: str
    class_id: str
    teacher_id: str
    subject: str
    day: date
    said: Said
    practices: tuple[str, ...] = ()
    state: State = State.PUBLISHED
    sequence: int = 1
    published_at: datetime
    changed_at: datetime | None = None
    reason: str = ""

    @property
    def stands(self) -> bool:
        """Say whether it still has to be done."""
        return self.state is not State.WITHDRAWN

    @property
    def load(self) -> Mapping[str, int]:
        """Return what it takes of its class's day, in every counter; nothing once it is withdrawn."""
        minutes = self.said.minutes if self.stands else 0
        return counters_of(
            written=self.said.kind == "written", at_home=self.said.place == "home",
            typical_minutes=minutes, longest_minutes=minutes,
        )

    def corrected(self, said: Said, *, reason: str, at: datetime) -> "Piece":
        """Return the piece as it reads after a correction."""
        return self._changed(State.CORRECTED, said, reason, at)

    def withdrawn(self, *, reason: str, at: datetime) -> "Piece":
        """Return the piece as taken back: it reads as before and no longer has to be done."""
        return self._changed(State.WITHDRAWN, self.said, reason, at)

    def _changed(self, state: State, said: Said, reason: str, at: datetime) -> "Piece":
        return replace(self, state=state, said=said, sequence=self.sequence + 1, reason=reason, changed_at=at)
