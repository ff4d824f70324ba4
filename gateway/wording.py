"""Wording: what templates may call things, and the caller and ways that every page shows."""

from collections.abc import Callable
from typing import Any

from flask import Flask, request

from gateway import here
from gateway.forms import offers
from gateway.language import told
from gateway.navigation import ways
from gateway.texts import budget, classes, dates, devices, guardians, labels, posts, problems, programme, roles, rules
from plumbing import clock

_FILTERS: dict[str, Callable[..., Any]] = {
    "weekday": dates.weekday,
    "short_day": dates.short_day,
    "full_day": dates.full_day,
    "moment": dates.moment,
    "day_of": dates.day_of,
    "post_name": posts.post_name,
    "post_days": posts.post_days,
    "relation": guardians.relation,
    "end_reason": guardians.end_reason,
    "device": devices.device,
    "last_used": devices.last_used,
    "sign_out_reason": devices.sign_out_reason,
    "role_names": roles.role_names,
    "kind": labels.kind,
    "place": labels.place,
    "day_kind": labels.day_kind,
    "weekdays": labels.weekdays,
    "grade_name": classes.grade_name,
    "grade_names": programme.grades,
    "day_names": programme.days,
    "session_hours": programme.hours,
    "fee": programme.fee,
    "opening": programme.opening,
    "programme_state": programme.state,
    "budget_total": budget.total,
    "budget_note": budget.note,
    "problem_heading": problems.heading,
}


_HERE = ("caller", "ways", "today")
OF_EVERY_PAGE = frozenset(_HERE)
"""What the template of every page is given besides its own."""


def install(app: Flask) -> None:
    """Give every template its words."""
    app.jinja_env.filters.update({name: _telling(say) for name, say in _FILTERS.items()})
    app.jinja_env.filters.update(told=told, button_value=offers.button_value)
    app.jinja_env.globals.update(
        DAY_KINDS=labels.DAY_KINDS, LAYERS=labels.LAYERS, STATES=labels.STATES, STATE_COLOURS=labels.STATE_COLOURS,
        LINES=rules.LINES, LINE_COLOURS=rules.LINE_COLOURS, OUTCOME_COLOURS=rules.OUTCOME_COLOURS,
    )
    app.context_processor(_here)


def _telling(say: Callable[..., Any]) -> Callable[..., str]:
    def tell(*asked: Any) -> str:
        return told(say(*asked))

    return tell


def _here() -> dict[str, Any]:
    caller = here.known_caller()
    return dict(zip(_HERE, (caller, ways(caller, request.path), clock.today()), strict=True))
