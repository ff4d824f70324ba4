"""Finding: what is the matter with one cell, and what would pass."""

from dataclasses import dataclass
from enum import StrEnum


class Force(StrEnum):
    """A row with a refusal is not taken in; one with a warning is."""

    REFUSE = "refuse"
    WARN = "warn"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """`row` and `column` count from 1, as a person sees them. No name and no number is ever quoted."""

    row: int
    column: int
    what: str
    remedy: str
    force: Force = Force.REFUSE
