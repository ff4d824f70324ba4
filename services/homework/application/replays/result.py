"""Result: a replay's tally as it travels, without a name."""

from typing import Any

from contracts.homework.replay import (
    FlipKind,
    FlippedPiece,
    Flips,
    FlipsOfClass,
    FlipsOfGrade,
    FlipsOfSubject,
    NormRefuses,
    ReplayResult,
)
from services.homework.domain.flip import Flip
from services.homework.domain.piece import Piece
from services.homework.domain.tally import Counts, Tally


def result_of(tally: Tally) -> ReplayResult:
    """Return what is told of a tally: grades and classes in their order, of subjects and norms the most hit first."""
    by_grade = sorted(tally.by_grade.items())
    return ReplayResult(
        pieces=tally.pieces,
        flips=Flips(**_counted(tally.whole)),
        by_grade=tuple(FlipsOfGrade(grade=grade, **_counted(counts)) for grade, counts in by_grade),
        by_class=tuple(
            FlipsOfClass(**one._asdict(), **_counted(counts)) for one, counts in sorted(tally.by_class.items())
        ),
        by_subject=tuple(
            FlipsOfSubject(subject=subject, **_counted(counts))
            for subject, counts in sorted(tally.by_subject.items(), key=lambda found: (-found[1].total(), found[0]))
        ),
        by_norm=tuple(
            NormRefuses(norm=norm.key, title=norm.title, refused=refused)
            for norm, refused in sorted(tally.refusing.items(), key=lambda found: (-found[1], found[0]))
        ),
        examples=tuple(_example(piece, flip) for piece, flip in tally.examples),
    )


def _counted(counts: Counts) -> dict[str, Any]:
    return {kind.value: times for kind, times in counts.items()}


def _example(piece: Piece, flip: Flip) -> FlippedPiece:
    decides = flip.findings[0]
    return FlippedPiece(
        assignment_id=piece.assignment_id, class_id=piece.class_id, day=piece.day, subject=piece.subject,
        minutes=piece.said.minutes, flip=FlipKind(flip.kind), layer=decides.layer, norm=decides.norm.key,
        sentence=decides.sentence, arithmetic=decides.arithmetic,
    )
