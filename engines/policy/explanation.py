"""Explanation: every row of every norm that was looked at for a case, and why it did or did not bind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engines.policy import explanation_words as words
from engines.policy.breach import check_of
from engines.policy.case import Case
from engines.policy.derogation import Derogation
from engines.policy.layer_words import LAYER_WORDS
from engines.policy.norm import Norm
from engines.policy.row import Row


class Why(StrEnum):
    """What became of a row. Only one that HOLDS or is BROKEN was binding."""

    OTHER_MATTER = "other_matter"
    NOT_YET = "not_yet"
    OVER = "over"
    OUTSIDE = "outside"
    DEROGATED = "derogated"
    HOLDS = "holds"
    BROKEN = "broken"


@dataclass(frozen=True, kw_only=True)
class Looked:
    """`number` is the row's place in its norm, from 1; `row` the one that binds, where a granted value took its place.

    `told` says why in Chinese; `outside` names the fields of the case by which it is out of scope.
    """

    norm: Norm
    number: int
    row: Row
    why: Why
    told: str
    outside: tuple[str, ...] = ()
    derogation: Derogation | None = None

    @property
    def binds(self) -> bool:
        """Say whether the verdict rests on it."""
        return self.why in (Why.HOLDS, Why.BROKEN)

    @property
    def line(self) -> str:
        """Return all of it in one line: "国家“每天书面作业总量”第 1 行：符合，本次 20 分钟，不超过 60 分钟"."""
        return f"{LAYER_WORDS[self.norm.layer]}“{self.norm.title}”第 {self.number} 行：{self.told}"


def explain(norms: Iterable[Norm], case: Case, on: date) -> tuple[Looked, ...]:
    """Return what became of every row, the highest layer first. Raises CaseIncomplete where a verdict would."""
    ordered = sorted(norms, key=lambda norm: norm.layer.depth)
    return tuple(looked for norm in ordered for looked in _looks(norm, case, on))


def _looks(norm: Norm, case: Case, on: date) -> Iterator[Looked]:
    for number, row in enumerate(norm.rows, start=1):
        absent = _absent(norm, number, row, case, on)
        granted = None if absent else norm.derogation(case, on)
        if absent is not None:
            yield absent
        elif granted is None:
            yield _judged(norm, number, row, case)
        else:
            told = words.derogated(norm, granted)
            yield Looked(norm=norm, number=number, row=row, why=Why.DEROGATED, told=told, derogation=granted)
            instead = granted.in_place_of(row)
            if instead is not None:
                yield _judged(norm, number, instead, case)


def _absent(norm: Norm, number: int, row: Row, case: Case, on: date) -> Looked | None:
    """Return why the row has nothing to say to the case on this day; None if it has."""
    if norm.about != case.about:
        return Looked(norm=norm, number=number, row=row, why=Why.OTHER_MATTER, told=words.other_matter(norm))
    if not row.in_force(on):
        why = Why.NOT_YET if on < row.effective_from else Why.OVER
        return Looked(norm=norm, number=number, row=row, why=why, told=words.not_in_force(row, on))
    outside = tuple([field for field, allowed in row.tests if case.value(field) not in allowed])
    if outside:
        told = words.outside(row, case, outside)
        return Looked(norm=norm, number=number, row=row, why=Why.OUTSIDE, told=told, outside=outside)
    return None


def _judged(norm: Norm, number: int, row: Row, case: Case) -> Looked:
    observed = check_of(norm, row)(case)
    if observed is None:
        return Looked(norm=norm, number=number, row=row, why=Why.HOLDS, told=words.holds(norm, row, case))
    return Looked(norm=norm, number=number, row=row, why=Why.BROKEN, told=words.broken(norm, row, observed, case))
