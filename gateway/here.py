"""Here: what the present request knows, by name instead of by framework."""

from contextlib import suppress
from typing import cast

from flask import current_app, g, request

from contracts.directory.school import School
from gateway import cookie
from gateway.caller import Caller
from gateway.class_names import ClassNames
from gateway.houses import Houses
from gateway.outside.confirming import Confirming
from gateway.public_pages import PublicPages
from gateway.session import Sessions
from gateway.shelf import Shelf

_PARTS = "qingfu"


def houses() -> Houses:
    """Return the houses as this request reaches them."""
    return cast(Houses, g.houses)


def request_id() -> str:
    """Return the id that this request carries through logs, houses and events."""
    return cast(str, g.request_id)


def route() -> str:
    """Return the rule that the address fits, as it is counted and logged."""
    return request.url_rule.rule if request.url_rule else "(none)"


def caller() -> Caller:
    """Return who asks; read once a request. Raises Unavailable when directory cannot be asked."""
    if "caller" not in g:
        token = cookie.token_of(request)
        g.caller = Caller(session=sessions().read(token, houses()), token=token) if token else Caller()
    return cast(Caller, g.caller)


def known_caller() -> Caller:
    """Return who asks, if that has been found out already; else a visitor. Asks nobody."""
    return cast(Caller, g.get("caller", Caller()))


def caller_found_soon() -> Caller:
    """Return who asks, a visitor where directory does not say so soon: a page about trouble makes no new trouble."""
    houses().patience.shorten()
    with suppress(Exception):
        caller()
    return known_caller()


def sessions() -> Sessions:
    """Return the sessions this process knows."""
    return cast(Sessions, current_app.extensions[_PARTS].sessions)


def class_names() -> ClassNames:
    """Return the names of classes this process has heard."""
    return cast(ClassNames, current_app.extensions[_PARTS].class_names)


def confirming() -> Confirming:
    """Return the apps at WeCom and DingTalk, and what confirms a person by them."""
    return cast(Confirming, current_app.extensions[_PARTS].confirming)


def public_pages() -> PublicPages:
    """Return the pages this process keeps for everybody."""
    return cast(PublicPages, current_app.extensions[_PARTS].public_pages)


def schools() -> Shelf[str, School]:
    """Return the schools this process has found, by their public codes."""
    return cast(Shelf[str, School], current_app.extensions[_PARTS].schools)
