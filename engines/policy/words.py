"""Words: a row of a norm, and what is wrong with a case, as Chinese sentences people can read."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from engines.policy.about import ABOUT_WORDS, About
from engines.policy.bound_words import beyond, within
from engines.policy.breach import Observed
from engines.policy.counter import CountedPlace, Counter, Counts, Statistic
from engines.policy.norm import Bound, Force, Norm
from engines.policy.row import Row
from engines.policy.scope_words import listed, whom
from engines.policy.unit import UNIT_WORDS, Unit, amount
from engines.policy.value import as_codes, as_number
from engines.policy.vocabulary import FIELDS, Code, Codes, Number

Arithmetic = Callable[[Observed, int], str]

_STATISTICS = {Statistic.AVERAGE: "平均", Statistic.MAXIMUM: "一律"}


def sentence(norm: Norm, row: Row) -> str:
    """Return what the row demands: "三至六年级每天的书面作业（在校与回家合计）平均不超过 60 分钟。"."""
    if norm.counter is not None:
        return f"{''.join(whom(row))}{_cap(norm.counter, row.number, _softly(norm))}。"
    if norm.unit is Unit.CODES:
        return f"{_what(norm, row)}{_softly(norm)}{_demanded_codes(norm)}{_labels(norm, row.codes)}。"
    at_zero = nothing_at_all(norm, row)
    if at_zero:
        return f"{_thing(norm, row)}{_softly(norm)}{at_zero}。"
    return f"{_what(norm, row)}{_softly(norm)}{within(norm.bound, norm.unit)} {amount(row.number, norm.unit)}。"


def arithmetic_of(norm: Norm, row: Row) -> Arithmetic:
    """Return what tells how a case fails the row, from what is observed and what stood before:

    "已有 35 分钟 + 本次 30 分钟 = 65 分钟，超过 60 分钟".
    """
    if norm.unit is Unit.CODES:
        return lru_cache(lambda codes, _: _WRONG_CODES[norm.bound](_labels(norm, as_codes(codes), quoted=True)))
    if norm.counter is not None:
        return _sum(UNIT_WORDS[norm.unit], row.number, _softly(norm) or "规定")
    return _number(norm, row)


def nothing_at_all(norm: Norm, row: Row) -> str:
    """Return how it is said that a number may be no more than zero: "不收费"; "" where it may, or has no such words."""
    field = FIELDS[norm.measure]
    return field.at_zero if isinstance(field, Number) and (norm.bound, row.value) == (Bound.AT_MOST, 0) else ""


def _number(norm: Norm, row: Row) -> Arithmetic:
    at_zero = nothing_at_all(norm, row)
    if at_zero:
        words, by_whom = FIELDS[norm.measure].words, _softly(norm) or "规定"
        return lambda observed, _: f"{words} {amount(as_number(observed), norm.unit)}，{by_whom}{at_zero}"
    worse, limit = beyond(norm.bound, norm.unit), amount(row.number, norm.unit)
    return lambda observed, _: f"现为 {amount(as_number(observed), norm.unit)}，{worse} {limit}"


def _sum(unit: str, limit: int, by_whom: str) -> Arithmetic:
    def told(observed: Observed, standing: int) -> str:
        minutes = as_number(observed)
        if limit == 0:
            return f"本次 {minutes - standing} {unit}，{by_whom}不布置"
        if standing == 0:
            return f"本次 {minutes} {unit}，超过 {limit} {unit}"
        return f"已有 {standing} {unit} + 本次 {minutes - standing} {unit} = {minutes} {unit}，超过 {limit} {unit}"

    return told


def counted(counter: Counter) -> str:
    """Return what a counter counts: "回家做的书面作业"."""
    place = "回家做的" if counter.place is CountedPlace.HOME else ""
    return place + ("书面作业" if counter.counts is Counts.WRITTEN else "作业")


def _softly(norm: Norm) -> str:
    return "原则上" if norm.force is Force.WARN else ""


def _cap(counter: Counter, minutes: int, softly: str) -> str:
    if minutes == 0:
        return f"{softly}不布置{counted(counter)}"
    together = "（在校与回家合计）" if counter.place is CountedPlace.TOTAL else ""
    what = f"{'的' if together else ''}{counted(counter)}{together}"
    return f"每天{what}{softly}{_STATISTICS[counter.statistic]}不超过 {minutes} 分钟"


def _what(norm: Norm, row: Row) -> str:
    """Return what is measured of which thing; of homework the thing says it: "回家完成的作业"; "考试，形式"."""
    thing = _thing(norm, row)
    return thing if norm.about is About.HOMEWORK else f"{thing}，{FIELDS[norm.measure].words}"


def _thing(norm: Norm, row: Row) -> str:
    if norm.about is About.HOMEWORK:
        place = listed(row, "places")
        kinds = f"{listed(row, 'subjects')}{listed(row, 'kinds')}"
        return f"{''.join(whom(row))}{place}{'的' if place else ''}{kinds}作业"
    scope = "、".join((*whom(row), *_parts(row)))
    return f"{scope}{'的' if scope else ''}{ABOUT_WORDS[norm.about]}"


def _parts(row: Row) -> tuple[str, ...]:
    dimensions = ("subjects", "kinds", "session_kinds", "offering_kinds")
    return tuple(filter(None, (listed(row, dimension) for dimension in dimensions)))


def _demanded_codes(norm: Norm) -> str:
    if norm.bound is Bound.FORBIDDEN:
        return "不得有下列情形：" if isinstance(FIELDS[norm.measure], Codes) else "不得是："
    return {Bound.REQUIRED: "必须有：", Bound.ONE_OF: "只限："}[norm.bound]


def _labels(norm: Norm, chosen: Iterable[str], *, quoted: bool = False) -> str:
    declared = FIELDS[norm.measure]
    labels = [declared.label(code) if isinstance(declared, Code) else code for code in chosen]
    if quoted:
        return "".join(f"“{label}”" for label in labels)
    return ("；" if any("、" in label for label in labels) else "、").join(labels)


_WRONG_CODES: dict[Bound, Callable[[str], str]] = {
    Bound.FORBIDDEN: lambda labels: f"本次有{labels}，不允许",
    Bound.REQUIRED: lambda labels: f"本次缺少{labels}",
    Bound.ONE_OF: lambda labels: f"本次是{labels}，不在允许的范围内",
}
