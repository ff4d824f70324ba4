"""Trying: what would be said of a case that nobody has done, and why."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from contracts.actor import NOBODY
from contracts.errors import InvalidRequest
from contracts.finding import Finding
from contracts.rulebook.trying import LineLooked, Tried, TryCase
from engines.policy import (
    About,
    Case,
    CaseIncomplete,
    Looked,
    Norm,
    counters_of,
    explain,
    finding_to_plain,
    judge,
    sentence,
)
from engines.policy.unit import Unit as Measured
from engines.policy.unit import time_read
from engines.policy.value import Value
from engines.policy.vocabulary import FIELDS
from services.rulebook.application.asker import own_layer
from services.rulebook.application.unit import Unit


def try_case(unit: Unit, ask: TryCase) -> Tried:
    """Return the verdict on the case on its day, and every row that was looked at.

    Raises InvalidRequest, naming the field, for a case that does not say what some norm asks: never "allowed" instead.
    """
    norms, case = _norms(unit, ask), _case(unit, ask)
    try:
        verdict, looked = judge(norms, case, ask.on), explain(norms, case, ask.on)
    except CaseIncomplete as incomplete:
        words = str(incomplete)
        raise InvalidRequest(words, {"fields": {_field(incomplete.needed): [words]}}) from incomplete
    findings = tuple(Finding.restore(finding_to_plain(finding)) for finding in verdict.controlling)
    return Tried(outcome=verdict.outcome, findings=findings, lines=tuple(map(_line, looked)))


def _norms(unit: Unit, ask: TryCase) -> tuple[Norm, ...]:
    own = own_layer(unit)
    draft = unit.draft(own) if ask.draft else None
    if draft is None:
        return unit.standing()
    return (*(norm for norm in unit.standing() if norm.layer is not own), *draft.norms)


def _case(unit: Unit, ask: TryCase) -> Case:
    fields = {name: _value(name, value) for name, value in ask.said.items() if value not in ("", None)}
    fields.setdefault("weekday", ask.on.isoweekday())
    case = Case(fields=fields, standing={}, adding={}, about=_about(ask.about), school=unit.school_id or NOBODY)
    if case.about is not About.HOMEWORK or ask.minutes is None:
        return case
    return replace(case, standing=_counted(fields, ask.standing), adding=_counted(fields, ask.minutes))


def _counted(fields: Mapping[str, Value], minutes: int) -> Mapping[str, int]:
    written, at_home = fields.get("kind") == "written", fields.get("place") == "home"
    return counters_of(written, at_home, minutes, minutes)


def _about(name: str) -> About:
    if name not in list(About):
        words = f"没有“{name}”这类规定，可以写的有：{'、'.join(About)}。"
        raise InvalidRequest(words, {"fields": {"about": [words]}})
    return About(name)


def _value(name: str, said: Any) -> Value:
    """Return a field as cases hold it: a number typed in digits is a number, a time the minutes since midnight."""
    if isinstance(said, list | tuple):
        return tuple(str(one) for one in said)
    if (field := FIELDS.get(name)) and field.unit is Measured.TIME:
        at = time_read(str(said))
        return str(said) if at is None else at
    return int(said) if isinstance(said, int) or str(said).isdecimal() else str(said)


def _field(needed: str) -> str:
    return needed if needed in FIELDS else "minutes"


def _line(looked: Looked) -> LineLooked:
    norm = looked.norm
    return LineLooked(
        layer=norm.layer, norm=norm.key, title=norm.title, row=looked.number, sentence=sentence(norm, looked.row),
        why=looked.why, told=looked.told,
    )
