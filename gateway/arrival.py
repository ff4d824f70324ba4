"""Arrival: what happens to every request before its view: its houses, its limits, its token, its rule."""

from concurrent.futures import Executor

from flask import Flask, g, request
from flask_wtf.csrf import CSRFProtect

from gateway import access, cookie, csrf, here, limits
from gateway.houses import Client, Houses
from gateway.patience import Patience


def install(app: Flask, *, client: Client, crew: Executor, protect: CSRFProtect) -> None:
    """Let no request reach a view that may not."""

    def arrive() -> None:
        g.houses = Houses(client, crew, request_id=here.request_id(), patience=Patience())
        rule = access.rule_of_request()
        if rule is None:
            return
        if rule.takes_file and not _nobodys():
            limits.widen()
        limits.check()
        if rule.takes_cookie and not (rule.personal and _nobodys()):
            csrf.check(protect)
        access.check(rule)

    app.before_request(arrive)


def _nobodys() -> bool:
    """Say whether the request brings no session that could be abused: where somebody is needed it is refused anyway."""
    return not cookie.token_of(request)
