"""Child: what the house knows of a pupil, and the term that is on offer."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Child:
    """A pupil of this school, the class they are in now, and its grade."""

    pupil_id: str
    class_id: str
    grade: int


@dataclass(frozen=True, kw_only=True)
class TermOnOffer:
    """The term whose offerings can be applied for."""

    name: str
    first_day: date
