"""WorkingDraft: what a layer is to say once somebody else than its authors adopts it."""

from dataclasses import dataclass, replace
from datetime import datetime

from engines.policy import Norm


@dataclass(frozen=True, kw_only=True)
class WorkingDraft:
    """`sequence` counts its changes, 0 before the first. Its norms carry no derogations: those are granted."""

    draft_id: str
    layer_id: str
    sequence: int
    norms: tuple[Norm, ...]
    authors: tuple[str, ...]
    changed_at: datetime

    def saying(self, norms: tuple[Norm, ...], *, by: str, at: datetime) -> "WorkingDraft":
        """Return the draft after somebody had it say these norms."""
        authors = self.authors if by in self.authors else (*self.authors, by)
        return replace(self, sequence=self.sequence + 1, norms=norms, authors=authors, changed_at=at)


def without_derogations(norms: tuple[Norm, ...]) -> tuple[Norm, ...]:
    """Return the norms as their layer wrote them, whatever it has granted from them."""
    return tuple(replace(norm, derogations=()) for norm in norms)
