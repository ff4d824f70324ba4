"""Answer: what became of one choice of a ticket."""

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Given; or why not, looked at in this order: it had enough, it clashed with a dearer one, no place was left."""

    GIVEN = "given"
    ENOUGH = "enough"
    CLASH = "clash"
    FULL = "full"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """`by`: where full, the number whose ticket got the last place (0: there was none to give).

    Where it clashes, the rank, from 1, of the choice that was given and meets at the same time. Elsewhere None.
    """

    club: str
    why: Why
    by: int | None = None

    @property
    def text(self) -> str:
        """Return it as a result writes it: `given`, `enough`, `clash:1`, `full:12`."""
        return str(self.why) if self.by is None else f"{self.why}:{self.by}"
