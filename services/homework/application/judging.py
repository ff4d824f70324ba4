"""Judging: the rules that bind a class's day, and what is refused by them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple

from contracts.errors import InvalidRequest, RuleRefused, Unavailable
from engines.policy import CaseIncomplete, Verdict
from services.homework.application.findings import finding_of
from services.homework.application.unit import Unit
from services.homework.domain.class_day import Minutes
from services.homework.domain.question import Question
from services.homework.domain.rulebook import Rulebook
from services.homework.domain.rules import Rules
from services.homework.domain.window import window

_SAID_BY_OTHERS = {
    "season": "规定按季节划分，校历里没有写这一天是冬季还是夏季作息，不能判断，没有做任何改动。请区教育局在校历里写上。"
}
Ask = Callable[[Minutes], Question]
"""Says of one change what the rules are asked, given what stands."""


class Accepted(NamedTuple):
    """What was asked, and the answer, which forbids nothing."""

    question: Question
    verdict: Verdict


def refuse_outside_window(day: date, today: date) -> None:
    """Raise InvalidRequest for a day that homework is not set for."""
    first, last = window(today)
    if not first <= day <= last:
        raise InvalidRequest(details={"fields": {"day": [f"请选 {first} 到 {last} 之间的日期。"]}})


def rulebook_of(unit: Unit) -> Rulebook:
    """Return the rulebook. Raises Unavailable while it is not known here: missing norms never mean "allowed"."""
    rulebook = unit.rulebook()
    if rulebook is None:
        raise Unavailable("本校的作业规定或校历还没有送到，暂时不能判断，没有做任何改动。请过一会儿再试。")
    return rulebook


@contextmanager
def answerable() -> Iterator[None]:
    """Raise Unavailable where a norm in force needs something that this house does not know."""
    try:
        yield
    except CaseIncomplete as incomplete:
        raise Unavailable(unknown(incomplete)) from incomplete


def unknown(incomplete: CaseIncomplete) -> str:
    """Return what is not known here, and who can say it."""
    return _SAID_BY_OTHERS.get(incomplete.needed, str(incomplete))


def accepted(rules: Rules, question: Question) -> Accepted:
    """Return the verdict on a change that may be made; raise RuleRefused with what decides otherwise."""
    with answerable():
        verdict = question.put_to(rules.ruling)
    if verdict.violations:
        raise RuleRefused(details={"findings": [finding_of(finding).dump() for finding in verdict.controlling]})
    return Accepted(question, verdict)
