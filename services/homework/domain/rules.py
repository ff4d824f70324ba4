"""Rules: what binds a class on a day (H1, H7), and what they say of a piece."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from engines.policy import Case, Limit, Ruling, Verdict, limits, tightest
from engines.policy.value import Value
from services.homework.domain.class_day import Minutes, less
from services.homework.domain.piece import Piece
from services.homework.domain.question import Question


@dataclass(frozen=True, kw_only=True)
class Rules:
    """Every answer raises engines.policy.CaseIncomplete where a norm needs what is not known: never "allowed".

    The `season` is not known where the district has not said it.
    """

    school_id: str
    ruling: Ruling
    grade: int
    day_kind: str
    weekday: int
    season: str | None = None

    def judge(self, piece: Piece, standing: Minutes) -> Verdict:
        """Return the verdict on one piece more beside what stands."""
        return self.question(piece, standing).put_to(self.ruling)

    def question(self, piece: Piece, standing: Minutes) -> Question:
        """Return what is asked of one piece more beside what stands."""
        return Question(case=self._case(piece, standing))

    def question_of_correction(self, before: Piece, after: Piece, standing: Minutes) -> Question:
        """Return what is asked of a piece that changes; `standing` holds it as it was."""
        others = less(standing, before.load)
        return Question(case=self._case(after, others), before=self._case(before, others))

    @property
    def caps(self) -> Mapping[str, int]:
        """Return the lowest limit of each counter that is capped: what a guard must never let pass."""
        lowest: dict[str, int] = {}
        for limit in self._limits:
            lowest[limit.counter] = min(limit.minutes, lowest.get(limit.counter, limit.minutes))
        return lowest

    def tightest(self, standing: Minutes, load: Minutes | None = None) -> Limit | None:
        """Return the cap that leaves least of the day; with a `load`, of those caps that count it."""
        counting = (limit for limit in self._limits if load is None or load[limit.counter])
        return tightest(counting, standing)

    @cached_property
    def _limits(self) -> tuple[Limit, ...]:
        day = Case(fields=self._day_fields, standing={}, adding={}, school=self.school_id)
        return limits(self.ruling.norms, day, self.ruling.on)

    @property
    def _day_fields(self) -> dict[str, Value]:
        season: dict[str, Value] = {"season": self.season} if self.season else {}
        return {"grade": self.grade, "day_kind": self.day_kind, "weekday": self.weekday, **season}

    def _case(self, piece: Piece, standing: Minutes) -> Case:
        said = {"kind": piece.said.kind, "place": piece.said.place}
        fields = {**self._day_fields, **said, "subject": piece.subject, "practices": piece.practices}
        return Case(fields=fields, standing=standing, adding=piece.load, school=self.school_id)
