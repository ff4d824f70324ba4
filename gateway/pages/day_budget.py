"""The live bar of 布置作业: what the chosen class already has on the chosen day, and what the draft would add."""

from dataclasses import dataclass
from typing import Any

from marshmallow import ValidationError

from contracts.errors import InvalidRequest, ServiceError
from contracts.homework.assignment import BUDGET, DayBudget, Judged, ReadBudget
from gateway import here
from gateway.forms.form import Form
from gateway.pages import teaching
from gateway.pages.bar import Bar, bar_of, counted_minutes
from gateway.texts import budget as words
from plumbing import clock


@dataclass(frozen=True, kw_only=True)
class SeenDay:
    """A day's budget as the page shows it."""

    budget: DayBudget
    bar: Bar
    sentence: str
    over: bool


def seen(form: Form[Any], judged: Judged | None) -> SeenDay | None:
    """Return the day that the form is about; None as long as class or day is not chosen, or homework is silent."""
    budget = judged.budget if judged else _asked(form)
    if budget is None:
        return None
    new = _new_minutes(form, budget)
    limit = budget.limit_minutes
    return SeenDay(
        budget=budget, bar=bar_of(budget, new), over=limit is not None and budget.used_minutes + new > limit,
        sentence=words.sentence(budget, here.class_names().of(budget.class_id), clock.today()),
    )


def _asked(form: Form[Any]) -> DayBudget | None:
    try:
        ask = ReadBudget.load({"class_id": form.get("class_id"), "day": form.get("day")})
        return here.houses().ask(BUDGET, ask, teaching.teacher_of(here.caller(), ask.class_id))
    except (ValidationError, ServiceError):
        return None


def _new_minutes(form: Form[Any], budget: DayBudget) -> int:
    try:
        return counted_minutes(budget, form.load())
    except InvalidRequest:
        return 0
