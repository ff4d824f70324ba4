"""KeptVerdict: what was said of a piece when it came onto the board, with all that is needed to say it again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from engines.policy import Edition, Finding, Norm, Outcome, Ruling, Verdict
from services.homework.domain.piece import Piece
from services.homework.domain.question import Question

Editions = Mapping[Edition, Iterable[Norm]]
"""What each edition says."""


class Broken(NamedTuple):
    """A row of a norm, counted from 1, that a piece did not hold to."""

    layer: str
    norm: str
    row: int


@dataclass(frozen=True, kw_only=True)
class KeptVerdict:
    """About one version of a piece, `sequence`. It rests on `editions`, the highest layer's first, and on no other."""

    assignment_id: str
    sequence: int
    day: date
    question: Question
    outcome: Outcome
    broken: tuple[Broken, ...]
    editions: tuple[Edition, ...]

    @staticmethod
    def of(piece: Piece, question: Question, verdict: Verdict, editions: tuple[Edition, ...]) -> "KeptVerdict":
        """Return what is to be remembered of a verdict on a piece."""
        return KeptVerdict(
            assignment_id=piece.assignment_id, sequence=piece.sequence, day=piece.day, question=question,
            outcome=verdict.outcome, broken=broken_in(verdict), editions=editions,
        )

    def says(self, verdict: Verdict) -> bool:
        """Say whether this is the same verdict."""
        return (self.outcome, self.broken) == (verdict.outcome, broken_in(verdict))


def rejudge(kept: KeptVerdict, editions: Editions) -> Verdict:
    """Return what the editions that the verdict rests on say of the same question. Raises KeyError if one is missing.

    Nothing else is looked at: not the clock, not the calendar, nor any edition that has come since.
    """
    norms = (norm for edition in kept.editions for norm in editions[edition])
    return kept.question.put_to(Ruling.of(norms, kept.day))


def broken_in(verdict: Verdict) -> tuple[Broken, ...]:
    """Return every row that is not held to, in the order in which it is told."""
    return tuple(_broken(finding) for finding in verdict.findings)


def _broken(finding: Finding) -> Broken:
    return Broken(layer=finding.layer, norm=finding.norm.key, row=finding.number)
