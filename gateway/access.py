"""Access: every route says who may come; one that does not say so keeps the gateway from starting."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask, current_app, request

from contracts.actor import Role
from contracts.errors import NotFound, NotSignedIn
from gateway import here
from gateway.forms.form import Form
from gateway.second_step_wanted import SecondStepWanted

View = TypeVar("View", bound=Callable[..., Any])
_MARK = "qingfu_rule"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Who may come to a route: the holders of one of `roles`; without any, everybody, or where it is `personal` whoever
    is signed in, also who holds nothing any more. Who lacks the second factor that their school asks for comes to an
    `unproven` route alone.

    `form` builds the route's form from what was sent, without any house: it hands a person's words back when the
    route itself cannot be reached (signed out meanwhile, directory silent, page too old). A route that takes no
    cookie cannot be abused through one, and needs no form's token. One that takes a file reads much more.
    """

    roles: frozenset[Role] = frozenset()
    personal: bool = False
    unproven: bool = False
    form: Callable[..., Form[Any]] | None = None
    takes_cookie: bool = True
    takes_file: bool = False


class RouteWithoutRule(Exception):
    """These routes do not say who may come: put @may(...) or @public on their views."""


def may(
    *roles: Role, form: Callable[..., Form[Any]] | None = None, takes_file: bool = False, unproven: bool = False
) -> Callable[[View], View]:
    """Let the holders of one of these roles in; to anybody else the route is not there."""
    if not roles:
        raise ValueError("name at least one role, or say @public")
    return _marked(
        Rule(roles=frozenset(roles), personal=True, unproven=unproven, form=form, takes_file=takes_file)
    )


def signed_in(view: View) -> View:
    """Let whoever has a session in, whatever they hold."""
    return _marked(Rule(personal=True, unproven=True))(view)


def public(view: View) -> View:
    """Let everybody in."""
    return _marked(Rule())(view)


def public_form(form: Callable[..., Form[Any]]) -> Callable[[View], View]:
    """Let everybody in, and hand their words back when something stands in the way."""
    return _marked(Rule(form=form))


def public_for_programs(view: View) -> View:
    """Let everybody in, whatever cookie they bring: it is not looked at."""
    return _marked(Rule(takes_cookie=False))(view)


def _marked(rule: Rule) -> Callable[[View], View]:
    def mark(view: View) -> View:
        setattr(view, _MARK, rule)
        return view

    return mark


def rule_of(app: Flask, endpoint: str | None) -> Rule | None:
    """Return the rule of a route, None when it has none."""
    return getattr(app.view_functions.get(endpoint or ""), _MARK, None)


def require_rules(app: Flask) -> None:
    """Raise RouteWithoutRule, naming them, when routes exist that do not say who may come."""
    without = sorted({r.endpoint for r in app.url_map.iter_rules() if rule_of(app, r.endpoint) is None})
    if without:
        raise RouteWithoutRule(", ".join(without))


def check(rule: Rule) -> None:
    """Raise NotSignedIn, NotFound or SecondStepWanted unless the caller may come to this route."""
    if not rule.personal:
        return
    caller = here.caller()
    if not caller.signed_in:
        raise NotSignedIn
    if rule.roles and not caller.holds(*rule.roles):
        raise NotFound
    if caller.unproven and not rule.unproven:
        raise SecondStepWanted


def rule_of_request() -> Rule | None:
    """Return the rule of the present request's route, None where no route was found."""
    return rule_of(current_app, request.endpoint)
