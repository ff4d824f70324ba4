"""Other day: where a piece that is too much for its day would pass, offered with what would keep it on that day."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from contracts.errors import RuleRefused
from contracts.finding import Finding, Offer
from services.homework.application.judging import answerable
from services.homework.application.unit import Unit
from services.homework.domain.class_day import ClassDay
from services.homework.domain.piece import Piece
from services.homework.domain.rulebook import Rulebook
from services.homework.domain.window import window

_DAYS_LOOKED_AT = 7
_WEEKDAYS = "一二三四五六日"


@contextmanager
def offering_another(unit: Unit, rulebook: Rulebook, day: ClassDay, piece: Piece) -> Iterator[None]:
    """Let a refusal that is raised within offer another day, too, where there is one."""
    try:
        yield
    except RuleRefused as refused:
        findings = tuple(map(Finding.restore, refused.details["findings"]))
        told = with_another(findings, unit, rulebook, day, piece)
        raise RuleRefused(refused.said, {"findings": [finding.dump() for finding in told]}) from refused


def with_another(
    findings: Sequence[Finding], unit: Unit, rulebook: Rulebook, day: ClassDay, piece: Piece
) -> tuple[Finding, ...]:
    """Return the findings; the first that forbids so many minutes also offers the next school day that takes them all.

    A week is looked at. The whole piece passes there as it is; nothing is offered where it would not.
    """
    full = next((found for found in findings if (found.force, found.field) == ("refuse", "minutes")), None)
    offer = _offer(unit, rulebook, day, piece) if full else None
    if full is None or offer is None:
        return tuple(findings)
    return tuple(replace(one, offers=(*one.offers, offer)) if one is full else one for one in findings)


def _offer(unit: Unit, rulebook: Rulebook, day: ClassDay, piece: Piece) -> Offer | None:
    _, last = window(unit.today)
    ahead = [on for n in range(_DAYS_LOOKED_AT) if (on := day.day + timedelta(n + 1)) <= last]
    school_days = [on for on in ahead if rulebook.calendar.is_school_day(on)]
    for other in unit.days_of(day, school_days):
        rules = rulebook.rules_for(other.grade, other.day)
        with answerable():
            if rules.judge(piece, other.minutes).violations:
                continue
            limit = rules.tightest(other.minutes, piece.load)
        left = f"，还可布置 {limit.left(other.minutes)} 分钟" if limit else ""
        weekday = f"周{_WEEKDAYS[other.day.weekday()]}"
        words = f"改到{weekday}（{other.day.month}月{other.day.day}日{left}）"
        return Offer(words=words, field="day", value=other.day.isoformat())
    return None
