"""Witness: why a line of a lower layer does nothing, shown by the rows above that are stricter wherever it reaches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from engines.policy.derogation import Derogation
from engines.policy.layer_words import LAYER_WORDS
from engines.policy.norm import Bound, Norm
from engines.policy.overruling import Overrules, Overruling, overrulings
from engines.policy.reach import Reach
from engines.policy.region_words import value_words, whom
from engines.policy.row import Row
from engines.policy.strictness import is_as_strict, is_stricter
from engines.policy.value import Value, as_codes

_NAMES_WHAT_IT_MEANS = (Bound.FORBIDDEN, Bound.REQUIRED)


@dataclass(frozen=True, kw_only=True)
class Witness:
    """`row` or `derogation` (from 1) is the line of the norm that does nothing; `over` are the rows that say more."""

    norm: Norm
    over: tuple[Overruling, ...]
    row: int | None = None
    derogation: int | None = None

    @property
    def words(self) -> str:
        """Return the proof: "六年级：国家 60，学校 75，不起作用"."""
        if self.row is None:
            own = "仍然要遵守"
        else:
            own = f"{LAYER_WORDS[self.norm.layer]} {value_words(self.norm, self.norm.rows[self.row - 1].value)}"
        told = dict.fromkeys(f"{whom(one.where)}：{self._says(one)}，{own}" for one in self.over)
        return f"{'；'.join(told)}，不起作用"

    def _says(self, one: Overruling) -> str:
        title = "" if one.norm.measure == self.norm.measure else f"“{one.norm.title}”"
        return f"{LAYER_WORDS[one.norm.layer]}{title} {value_words(one.norm, one.row.value)}"


def witnesses(above: Sequence[Norm], own: Sequence[Norm], school: str | None = None) -> tuple[Witness, ...]:
    """Return a witness for each line of a layer that can change nothing under the norms above, the highest first.

    A row does nothing if everywhere, on every day, some row above that looks at the same or more is stricter: what it
    says is nowhere true. One that says the same as above, or names what is banned there too, is true, and stands. A
    derogation does nothing if all that it lifts is asked above too. `school` is whose layer it is; a district's is
    judged as each of its schools is, so that what is granted to one of them counts.
    """
    schools = (school,) if school else (None, *sorted(_granted(above)))
    return tuple(one for norm in own for one in (*_of_rows(above, norm, schools), *_of_derogations(above, norm)))


def _granted(above: Sequence[Norm]) -> set[str]:
    return {school for norm in above for granted in norm.derogations for school in granted.schools}


def _of_rows(above: Sequence[Norm], norm: Norm, schools: Sequence[str | None]) -> Iterator[Witness]:
    if norm.bound in _NAMES_WHAT_IT_MEANS:
        return
    for number, row in enumerate(norm.rows, start=1):
        over = _everywhere(above, norm, row, partial(is_stricter, norm.bound, other=row.value), schools)
        if over:
            yield Witness(norm=norm, row=number, over=over)


def _of_derogations(above: Sequence[Norm], norm: Norm) -> Iterator[Witness]:
    for number, granted in enumerate(norm.derogations, start=1):
        schools = sorted(granted.schools)
        over = [
            _everywhere(above, norm, granted.part_of(row), partial(is_as_strict, norm.bound, other=asked), schools)
            for row in norm.rows if row.overlaps(granted)
            for asked in _lifted(norm, row, granted)
        ]
        if over and all(over):
            told = dict.fromkeys(one for some in over for one in some or ())
            yield Witness(norm=norm, derogation=number, over=tuple(told))


def _everywhere(
    above: Sequence[Norm], norm: Norm, line: Reach, overrules: Overrules, schools: Sequence[str | None]
) -> tuple[Overruling, ...] | None:
    """Return what overrules the line everywhere, for the first of the schools; None if for one of them nothing does."""
    found = [overrulings(above, norm, line, overrules, school) for school in schools]
    return None if None in found else found[0]


def _lifted(norm: Norm, row: Row, granted: Derogation) -> list[Value]:
    """Return what the derogation lifts of the row, each as a value that asks for it alone."""
    if norm.bound not in _NAMES_WHAT_IT_MEANS:
        return [row.value]
    kept = () if granted.value is None else as_codes(granted.value)
    return [(code,) for code in row.codes if code not in kept]
