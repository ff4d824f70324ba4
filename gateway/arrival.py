"""Arrival: what happens to every request before its view: its houses, its limits, its token, its rule."""

from concurrent.futures import Executor

from flask import Flask, g
from flask_wtf.csrf import CSRFProtect

from gateway import access, csrf, here, limits
from gateway.houses import Client, Houses
from gateway.patience import Patience


def install(app: Flask, *, client: Client, crew: Executor, protect: CSRFProtect) -> None:
    """Let no request reach a view that may not."""

    def arrive() -> None:
        g.houses = Houses(client, crew, request_id=here.request_id(), patience=Patience())
        rule = access.rule_of_request()
        if rule is None:
            return
        limits.check()
        if rule.takes_cookie:
            csrf.check(protect)
        access.check(rule)

    app.before_request(arrive)
