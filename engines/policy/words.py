"""Words: a row of a norm, and what is wrong with a case, as Chinese sentences people can read."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from engines.policy.breach import Observed
from engines.policy.case import About
from engines.policy.counter import CountedPlace, Counter, Counts, Statistic
from engines.policy.norm import Bound, Force, Norm
from engines.policy.row import Row
from engines.policy.value import as_codes, as_number
from engines.policy.vocabulary import DAY_KINDS, FIELDS, KINDS, PLACES, SEASONS, SESSION_KINDS, UNIT_WORDS, Code

Arithmetic = Callable[[Observed, int], str]

_NUMERALS = "〇一二三四五六七八九"
_WEEKDAYS = "〇一二三四五六日"
_NUMBER_BOUNDS = {Bound.AT_MOST: "不超过", Bound.AT_LEAST: "不少于"}
_STATISTICS = {Statistic.AVERAGE: "平均", Statistic.MAXIMUM: "一律"}


def sentence(norm: Norm, row: Row) -> str:
    """Return what the row demands: "三至六年级每天的书面作业（在校与回家合计）平均不超过 60 分钟。"."""
    whom = _grades(row) + _days(row)
    softly = _softly(norm)
    if norm.counter is not None:
        return f"{whom}{_cap(norm.counter, row.number, softly)}。"
    if norm.bound in _NUMBER_BOUNDS:
        return f"{whom}{_thing(norm, row)}，{FIELDS[norm.measure].words}{softly}{_number(norm, row)}。"
    return f"{whom}{_thing(norm, row)}{softly}{_CODE_BOUNDS[norm.bound](norm)}{_labels(norm, row.codes)}。"


def arithmetic_of(norm: Norm, row: Row) -> Arithmetic:
    """Return what tells how a case fails the row, from what is observed and what stood before:

    "已有 35 分钟 + 本次 30 分钟 = 65 分钟，超过 60 分钟".
    """
    if norm.unit not in UNIT_WORDS:
        return lru_cache(lambda codes, _: _WRONG_CODES[norm.bound](_labels(norm, as_codes(codes), quoted=True)))
    unit, limit = UNIT_WORDS[norm.unit], row.number
    if norm.counter is None:
        worse = "超过" if norm.bound is Bound.AT_MOST else "少于"
        return lambda observed, _: f"现为 {observed} {unit}，{worse} {limit} {unit}"
    return _sum(unit, limit, _softly(norm) or "规定")


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


def grade_words(grades: Iterable[int]) -> str:
    """Return grades as people say them: 一、二年级; 三至六年级."""
    ordered = sorted(grades)
    numerals = [_NUMERALS[grade] for grade in ordered]
    unbroken = ordered == list(range(ordered[0], ordered[-1] + 1))
    return (f"{numerals[0]}至{numerals[-1]}" if unbroken and len(ordered) > 2 else "、".join(numerals)) + "年级"


def weekday_words(weekdays: Iterable[int]) -> str:
    """Return days of the week as people say them: 周一、周四."""
    return "、".join(f"周{_WEEKDAYS[day]}" for day in sorted(weekdays))


def _softly(norm: Norm) -> str:
    return "原则上" if norm.force is Force.WARN else ""


def _cap(counter: Counter, minutes: int, softly: str) -> str:
    if minutes == 0:
        return f"{softly}不布置{counted(counter)}"
    together = "（在校与回家合计）" if counter.place is CountedPlace.TOTAL else ""
    what = f"{'的' if together else ''}{counted(counter)}{together}"
    return f"每天{what}{softly}{_STATISTICS[counter.statistic]}不超过 {minutes} 分钟"


def _grades(row: Row) -> str:
    return "" if row.grades is None else grade_words(row.grades)


def _days(row: Row) -> str:
    seasons = _listed(row.seasons, SEASONS)
    return seasons + _listed(row.day_kinds, DAY_KINDS) + weekday_words(row.weekdays or ())


def _thing(norm: Norm, row: Row) -> str:
    if norm.about is About.CARE:
        return f"{_listed(row.session_kinds, SESSION_KINDS)}课后服务"
    place = _listed(row.places, PLACES)
    subjects = "、".join(sorted(row.subjects or ()))
    return f"{place}{'的' if place else ''}{subjects}{_listed(row.kinds, KINDS)}作业"


def _listed(chosen: "frozenset[str] | None", labels: dict[str, str]) -> str:
    return "、".join(label for code, label in labels.items() if code in (chosen or ()))


def _number(norm: Norm, row: Row) -> str:
    return f"{_NUMBER_BOUNDS[norm.bound]} {row.value} {UNIT_WORDS[norm.unit]}"


def _labels(norm: Norm, chosen: Iterable[str], *, quoted: bool = False) -> str:
    declared = FIELDS[norm.measure]
    labels = [declared.label(code) if isinstance(declared, Code) else code for code in chosen]
    if quoted:
        return "".join(f"“{label}”" for label in labels)
    return ("；" if any("、" in label for label in labels) else "、").join(labels)


_CODE_BOUNDS: dict[Bound, Callable[[Norm], str]] = {
    Bound.FORBIDDEN: lambda norm: "不得有下列情形：" if norm.measure == "practices" else "不得是：",
    Bound.REQUIRED: lambda _: "必须有：",
    Bound.ONE_OF: lambda _: "只限：",
}
_WRONG_CODES: dict[Bound, Callable[[str], str]] = {
    Bound.FORBIDDEN: lambda labels: f"本次有{labels}，不允许",
    Bound.REQUIRED: lambda labels: f"本次缺少{labels}",
    Bound.ONE_OF: lambda labels: f"本次是{labels}，不在允许的范围内",
}
