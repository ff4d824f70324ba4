"""The day's minutes of a class, as a sentence and its small print."""

from datetime import date

from contracts.homework.assignment import DayBudget
from gateway.language import phrase
from gateway.texts.dates import near_day

_COUNTS = {"written": "书面作业", "all": "全部作业"}
_PLACES = {"total": "在校和回家合计", "home": "只算回家做的"}


def sentence(budget: DayBudget, class_name: str, today: date) -> str:
    """今天三（2）班已有 35 分钟，还可布置 25 分钟."""
    start = (near_day(budget.day, today), class_name)
    if budget.limit_minutes is None:
        return phrase("{0}{1}已有 {2} 分钟，没有总量规定", *start, budget.used_minutes)
    if budget.limit_minutes == 0:
        return phrase("{0}{1}不布置{2}", *start, _what(budget))
    return phrase("{0}{1}已有 {2} 分钟，还可布置 {3} 分钟", *start, budget.used_minutes, budget.left_minutes or 0)


def note(budget: DayBudget) -> str:
    """上限 60 分钟，按书面作业、在校和回家合计计算。依据：…"""
    if budget.limit_minutes is None:
        return ""
    counted = f"上限 {budget.limit_minutes} 分钟，按{_COUNTS.get(budget.counts, budget.counts)}计算，{_where(budget)}。"
    return f"{counted}依据：{budget.clause}" if budget.clause else counted


def total(budget: DayBudget) -> str:
    """书面合计 35 / 60 分钟: with what is counted, so that nobody adds up what the norm does not."""
    if budget.limit_minutes == 0 and not budget.used_minutes:
        return f"不布置{_what(budget)}"
    counted = f"{'回家' if budget.place == 'home' else ''}{'书面' if budget.counts == 'written' else ''}"
    limit = "" if budget.limit_minutes is None else f" / {budget.limit_minutes}"
    return f"{counted}合计 {budget.used_minutes}{limit} 分钟"


def _what(budget: DayBudget) -> str:
    kind = _COUNTS.get(budget.counts, budget.counts)
    return f"回家做的{kind}" if budget.place == "home" else kind


def _where(budget: DayBudget) -> str:
    return _PLACES.get(budget.place, budget.place)
