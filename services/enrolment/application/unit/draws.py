"""Draws: what a use case asks of the draw of a programme."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol


@dataclass(frozen=True, kw_only=True)
class Asking:
    """An application whose clubs are approved, and the clubs that it still asks for, the one liked most first."""

    application_id: str
    pupil_id: str
    class_id: str
    offering_ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class KeptDraw:
    """A draw as it is kept: its record, sealed or drawn, and when."""

    programme_id: str
    record: Mapping[str, Any]
    value_on: date
    closed_at: datetime
    drawn_at: datetime | None = None
    committed_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Allotted:
    """What came of one choice: `state` is given, waiting or released; `line_number` orders those who wait."""

    application_id: str
    offering_id: str
    state: str
    line_number: int | None = None


class Draws(Protocol):
    """One draw a programme, and whose each ticket is."""

    def asking(self, programme_id: str) -> Sequence[Asking]:
        """Return every application whose clubs are approved and not given out yet."""

    def undecided(self, programme_id: str) -> int:
        """Return how many applications for clubs are not decided."""

    def hold_draw(self, programme_id: str) -> KeptDraw | None:
        """Return the draw; nobody else changes it before this transaction ends."""

    def draw_of(self, programme_id: str) -> KeptDraw | None:
        """Return the draw."""

    def keep_draw(self, draw: KeptDraw, tickets: Mapping[str, str]) -> None:
        """Keep a draw whose list is closed, and which application each ticket is of."""

    def keep_drawn(self, programme_id: str, record: Mapping[str, Any]) -> None:
        """Keep what was drawn at this moment."""

    def keep_committed(self, programme_id: str) -> None:
        """Let the draw be committed at this moment."""

    def tickets_of(self, programme_id: str) -> Mapping[str, str]:
        """Return {ticket: application} of those applications that there still are."""

    def own_tickets(self, programme_id: str, pupil_ids: Sequence[str]) -> Sequence[tuple[str, str]]:
        """Return the tickets of these children, each with whose it is."""

    def allot(self, allotted: Sequence[Allotted]) -> Sequence[Allotted]:
        """Let places that are still asked for be so; return those that are, with every counter right."""
