"""CSRF: a form counts only when it came from our own page; a program with a bearer token has no cookie to abuse."""

from flask import Flask, request
from flask_wtf.csrf import CSRFError, CSRFProtect

from contracts.errors import ServiceError
from gateway.cookie import bearer_of


class PageTooOld(ServiceError):
    """The form did not come from a page of ours that is still valid; nothing was done."""

    code = "page_too_old"
    words = "这一页打开得太久了，没有做任何改动。您填的内容都在，请再点一次提交。"


def install(app: Flask) -> CSRFProtect:
    """Prepare the tokens; `check` is called where the request is let in."""
    app.config.update(
        WTF_CSRF_CHECK_DEFAULT=False,
        WTF_CSRF_TIME_LIMIT=None,
        SESSION_COOKIE_NAME="__Host-qingfu-form",
        SESSION_COOKIE_SECURE=True,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
    )
    return CSRFProtect(app)


def check(protect: CSRFProtect) -> None:
    """Raise PageTooOld for an unsafe request without its token, unless it carries a bearer token."""
    if bearer_of(request) is not None:
        return
    try:
        protect.protect()
    except CSRFError as problem:
        raise PageTooOld from problem
