"""Why a row did or did not bind a case, in Chinese."""

from collections.abc import Iterable
from datetime import date

from engines.policy.about import ABOUT_WORDS
from engines.policy.bound_words import within
from engines.policy.breach import Observed
from engines.policy.case import Case
from engines.policy.derogation import Derogation
from engines.policy.derogation_words import derogation_sentence
from engines.policy.norm import Bound, Norm
from engines.policy.region_words import side_words
from engines.policy.row import Row
from engines.policy.unit import Unit, amount
from engines.policy.value import as_codes, as_number
from engines.policy.vocabulary import FIELDS
from engines.policy.words import arithmetic_of, nothing_at_all


def other_matter(norm: Norm) -> str:
    """Return that the norm speaks of something else."""
    return f"说的是{ABOUT_WORDS[norm.about]}，与本次无关"


def not_in_force(row: Row, on: date) -> str:
    """Return since or until when the row is in force."""
    return f"{row.effective_from} 起才执行" if on < row.effective_from else f"只执行到 {row.effective_to}"


def outside(row: Row, case: Case, fields: Iterable[str]) -> str:
    """Return by what the case is out of scope: "不在范围内：管三至六年级，本次是一年级"."""
    allowed = dict(row.tests)
    parts = [f"管{side_words(field, allowed[field])}，本次是{_present(case, field)}" for field in fields]
    return f"不在范围内：{'；'.join(parts)}"


def derogated(norm: Norm, granted: Derogation) -> str:
    """Return what is granted instead."""
    return derogation_sentence(norm, granted).rstrip("。")


def holds(norm: Norm, row: Row, case: Case) -> str:
    """Return how the case complies: "符合，已有 35 分钟 + 本次 20 分钟 = 55 分钟，不超过 60 分钟"."""
    if norm.counter is not None:
        return _within_the_cap(row, *case.minutes(norm.measure))
    if norm.unit is not Unit.CODES:
        return f"符合，{nothing_at_all(norm, row) or _within(norm, row, case)}"
    if norm.bound is Bound.ONE_OF:
        return f"符合，本次是{_present(case, norm.measure)}，在允许的范围内"
    return "符合，所列的情形本次都没有" if norm.bound is Bound.FORBIDDEN else "符合，所要求的都有"


def broken(norm: Norm, row: Row, observed: Observed, case: Case) -> str:
    """Return how the case fails, as its finding does."""
    standing = case.minutes(norm.measure)[0] if norm.counter else 0
    softly = "" if norm.refuses else "（原则上）"
    return f"不符合{softly}，{arithmetic_of(norm, row)(observed, standing)}"


def _within(norm: Norm, row: Row, case: Case) -> str:
    present = amount(as_number(case.value(norm.measure)), norm.unit)
    return f"现为 {present}，{within(norm.bound, norm.unit)} {amount(row.number, norm.unit)}"


def _within_the_cap(row: Row, standing: int, adding: int) -> str:
    if adding == 0:
        return "符合，本次不计入"
    if standing == 0:
        return f"符合，本次 {adding} 分钟，不超过 {row.value} 分钟"
    return f"符合，已有 {standing} 分钟 + 本次 {adding} 分钟 = {standing + adding} 分钟，不超过 {row.value} 分钟"


def _present(case: Case, field: str) -> str:
    value = case.value(field)
    return side_words(field, (value,) if isinstance(value, int) else as_codes(value)) or FIELDS[field].words + "为空"
