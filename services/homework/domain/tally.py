"""Tally: flips counted by class, grade, subject and norm, with the first hundred of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from services.homework.domain.class_day import ClassDay
from services.homework.domain.flip import Flip, FlipKind
from services.homework.domain.piece import Piece

MOST_EXAMPLES = 100
Counts = Counter[FlipKind]


class AClass(NamedTuple):
    """A class of one school year; they sort as a school lists them."""

    grade: int
    number: int
    class_id: str


class ANorm(NamedTuple):
    """A norm of the draft."""

    key: str
    title: str


@dataclass(kw_only=True)
class Tally:
    """Grows with classes, subjects and norms, never with pieces: a year takes the room of a day.

    `refusing` counts for each norm of the draft the pieces that it refuses and that were allowed.
    """

    pieces: int = 0
    whole: Counts = field(default_factory=Counter)
    by_class: defaultdict[AClass, Counts] = field(default_factory=lambda: defaultdict(Counter))
    by_subject: defaultdict[str, Counts] = field(default_factory=lambda: defaultdict(Counter))
    refusing: Counter[ANorm] = field(default_factory=Counter)
    examples: list[tuple[Piece, Flip]] = field(default_factory=list)

    def take(self, day: ClassDay, judged: Iterable[tuple[Piece, Flip | None]]) -> None:
        """Count a class's day."""
        for piece, flip in judged:
            self.pieces += 1
            if flip is not None:
                self._take(day, piece, flip)

    @property
    def by_grade(self) -> dict[int, Counts]:
        """Return the counts of each grade that has any."""
        grades: defaultdict[int, Counts] = defaultdict(Counter)
        for a_class, counts in self.by_class.items():
            grades[a_class.grade].update(counts)
        return dict(grades)

    def _take(self, day: ClassDay, piece: Piece, flip: Flip) -> None:
        a_class = AClass(grade=day.grade, number=day.number, class_id=day.class_id)
        for counts in (self.whole, self.by_class[a_class], self.by_subject[piece.subject]):
            counts[flip.kind] += 1
        if flip.kind is FlipKind.REFUSED:
            self.refusing.update({
                ANorm(key=finding.norm.key, title=finding.norm.title)
                for finding in flip.findings if finding.refuses
            })
        if len(self.examples) < MOST_EXAMPLES:
            self.examples.append((piece, flip))
