"""Replaying: one day of the school after the other, judged as it was and under the draft."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from contracts.errors import InvalidRequest
from engines.policy import CaseIncomplete, norm_from_plain
from services.homework.application.judging import rulebook_of, unknown
from services.homework.application.replays.asking import the_replay
from services.homework.application.replays.job import ReplayUnderDraft
from services.homework.application.replays.kept import KeptReplay
from services.homework.application.replays.unit import ReplayUnit
from services.homework.domain.class_day import ClassDay
from services.homework.domain.flip import flips
from services.homework.domain.piece import Piece
from services.homework.domain.rulebook import Rulebook
from services.homework.domain.tally import Tally

Recorded = Sequence[tuple[ClassDay, Sequence[Piece]]]
"""What each class had on one day, earliest published first."""


@dataclass(frozen=True, kw_only=True)
class Replaying:
    """A replay at work: the rules as they stand, and as the draft would have them."""

    kept: KeptReplay
    present: Rulebook
    drafted: Rulebook
    tally: Tally = field(default_factory=Tally)

    def judge(self, recorded: Recorded) -> None:
        """Count a day. Raises InvalidRequest where a norm needs something that this house does not know."""
        for day, pieces in recorded:
            present, drafted = (book.rules_for(day.grade, day.day) for book in (self.present, self.drafted))
            try:
                self.tally.take(day, flips(pieces, present, drafted))
            except CaseIncomplete as incomplete:
                raise InvalidRequest(unknown(incomplete)) from incomplete


def begin_replaying(unit: ReplayUnit, ask: ReplayUnderDraft) -> Replaying:
    """Return the replay that a job is to do. Raises NotFound, Unavailable."""
    kept, present = the_replay(unit, ask.replay_id), rulebook_of(unit)
    drafted = present.with_layer(kept.layer, map(norm_from_plain, kept.norms))
    return Replaying(kept=kept, present=present, drafted=drafted)


def recorded(unit: ReplayUnit, day: date) -> Recorded:
    """Return the homework of a day as it now reads."""
    by_class: dict[str, list[Piece]] = {}
    for piece in unit.pieces_on(day):
        by_class.setdefault(piece.class_id, []).append(piece)
    if not by_class:
        return ()
    return [(one, by_class[one.class_id]) for one in unit.class_days(day, tuple(by_class))]
