"""Refusals: what is said no to of a draw, why, and what to do next."""

from datetime import date

from contracts.enrolment.programme import Programme
from contracts.errors import Conflict, InvalidRequest


def too_early(programme: Programme, today: date) -> str | None:
    """Return why the list cannot be closed yet; nothing once nobody can apply any more."""
    if programme.closes_on is not None and today > programme.closes_on:
        return None
    return f"报名到 {programme.closes_on} 为止，截止以后才能封存名单。"


def closed_already() -> Conflict:
    """There is one list, and it is closed."""
    return Conflict("名单已经封存，只有这一份。")


def nobody_asks() -> Conflict:
    """No approved child asks for a club."""
    return Conflict("还没有审核通过的社团志愿，没有什么要抽签。")


def value_too_soon(today: date) -> InvalidRequest:
    """The value would be of a day on which it may be known already."""
    return _field("value_on", f"号码要在封存以后才开出来，请选 {today} 以后的一天。")


def not_drawn_yet(on: date) -> Conflict:
    """The value does not exist yet."""
    return Conflict(f"{on} 的号码还没有开出来，到那一天再来。")


def drawn_already() -> Conflict:
    """A list is drawn once."""
    return Conflict("已经抽过签了，每份名单只抽一次，第一次的结果算数。")


def not_closed() -> Conflict:
    """There is no list yet."""
    return Conflict("名单还没有封存，请先封存名单。")


def not_drawn() -> Conflict:
    """There is nothing to commit yet."""
    return Conflict("还没有抽签，请先填开奖号码。")


def committed_already() -> Conflict:
    """The places are given."""
    return Conflict("名额已经按抽签的结果安排好了。")


def value_unfit(words: str) -> InvalidRequest:
    """The value is not written as was said before."""
    return _field("value", words)


def _field(name: str, words: str) -> InvalidRequest:
    return InvalidRequest(details={"fields": {name: [words]}})
