"""Completion: how many of a step's signers must approve before the case goes on (BPMN: completion condition)."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """`any`: one decides for all; `all`: everybody signs; `ratio`: so many of a hundred do."""

    ANY = "any"
    ALL = "all"
    RATIO = "ratio"


class Outcome(StrEnum):
    """What a signer, and in the end a step, says."""

    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, kw_only=True)
class Completion:
    """`percent` counts for a ratio alone, from 1 to 100."""

    mode: Mode = Mode.ANY
    percent: int = 100

    @property
    def by_each(self) -> bool:
        """Say whether every signer has a task of their own."""
        return self.mode is not Mode.ANY

    @property
    def share(self) -> int:
        """Return how many of a hundred signers must approve, where each signs."""
        return self.percent if self.mode is Mode.RATIO else 100

    def outcome(self, *, approved: int, rejected: int, signers: int) -> Outcome | None:
        """Return what the step says as soon as nobody can change it any more; None until then."""
        needed = self._needed(signers)
        if approved >= needed:
            return Outcome.APPROVED
        return Outcome.REJECTED if signers - rejected < needed else None

    def _needed(self, signers: int) -> int:
        if self.mode is Mode.ANY:
            return 1
        return max(1, -(-signers * self.share // 100))
