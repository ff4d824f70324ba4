"""Child: what the house knows of a pupil, the term that is on offer, and the norms over the school."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from engines.policy import Edition, Norm


@dataclass(frozen=True, kw_only=True)
class Child:
    """A pupil of this school, the class they are in now, and its grade."""

    pupil_id: str
    class_id: str
    grade: int


@dataclass(frozen=True, kw_only=True)
class TermOnOffer:
    """The term whose offerings are announced; they can be applied for from a moment on, to the end of a day."""

    programme_id: str
    name: str
    first_day: date
    opens_at: datetime
    closes_on: date | None


class Standing(Protocol):
    """What binds a school."""

    @property
    def norms(self) -> tuple[Norm, ...]:
        """Return the norms, the highest layer's first."""

    @property
    def editions(self) -> tuple[Edition, ...]:
        """Return the editions that they were read from."""
