"""Refusals: what is said no to of a programme, why, and what to do next."""

from collections.abc import Sequence
from datetime import date

from contracts.errors import Conflict

HOURS_WORDS = {
    "ends_at": "结束时间要晚于开始时间。",
    "collect_by": "最晚接走时间不能早于结束时间。",
    "summer_ends_at": "夏季作息的结束时间要晚于开始时间。",
    "summer_collect_by": "夏季作息的最晚接走时间不能早于结束时间。",
}


DRAW_NEEDS_AN_END = "抽签在报名截止以后，请写明报名到哪天为止。"


def list_is_closed() -> Conflict:
    """The list of the draw is closed by what was announced."""
    return Conflict("抽签名单已经封存，报名时间和办法不能再改。")


def places_are_promised() -> Conflict:
    """A closed list keeps its places."""
    return Conflict("抽签名单已经封存，抽签结果安排好以前，名额不能再减。")


def begun_already() -> Conflict:
    """The term has a programme."""
    return Conflict("这个学期已经有方案了，请打开它接着写。")


def changed_meanwhile() -> Conflict:
    """Somebody else has changed this since it was read."""
    return Conflict("刚才有人改过，请看一下现在的内容，再决定怎么改。")


def applied_for_already() -> Conflict:
    """Families have applied by these days, hours and fees."""
    return Conflict("已经有家庭按现在的时间、年级和收费报了名，这几项不能改。请另开一个项目。")


def asked_for_already() -> Conflict:
    """Families have asked for it."""
    return Conflict("已经有家庭报了这个项目，不能去掉。")


def session_in_use(titles: Sequence[str]) -> Conflict:
    """Something is offered in it."""
    return Conflict(f"这个时段里还有{_named(titles)}，请先改到别的时段，或者先去掉。")


def left_out(titles: Sequence[str]) -> str:
    """Something in the session needs what it is to have no more."""
    return f"{_named(titles)}还需要，请先改那个项目。"


def beyond_session(name: str, beyond: Sequence[str]) -> str:
    """An offering would need what its session has not."""
    return f"时段“{name}”没有{'、'.join(beyond)}，请去掉，或者先改时段。"


def more_are_placed(taken: int, pupil_ids: Sequence[str]) -> Conflict:
    """There would be fewer places than are given; whose they are, the page names."""
    return Conflict(f"已经安排了 {taken} 人，名额不能少于 {taken}。", {"pupil_ids": list(pupil_ids)})


def said_twice(title: str) -> str:
    """A table names an offering twice."""
    return f"前面已经有一行“{title}”在同一个时段，请去掉一行，或者改一个名称。"


def after_term(last_day: date) -> str:
    """A day after the term."""
    return f"这个学期到 {last_day} 为止，请选更早的一天。"


def over_before(first: date) -> str:
    """The last day to apply would be before the first, or past."""
    return f"请选 {first} 或以后的一天。"


def nothing_in_it() -> Conflict:
    """Nothing is offered."""
    return Conflict("方案里还没有项目，请先加上。")


def _named(titles: Sequence[str]) -> str:
    return "".join(f"“{title}”" for title in titles)
