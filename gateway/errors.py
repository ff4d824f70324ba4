"""Errors on their way out: a page in plain words for people, a problem document for programs; never a stack trace."""

import structlog
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from contracts.errors import NotFound, NotSignedIn, ServiceError
from gateway import access, here, problem, tracing, view
from gateway.second_step_wanted import SecondStepWanted
from gateway.statuses import headers_of, status_of
from gateway.texts.http import words_of

API = "/api/"
_PASSED_ON = ("Allow", "Location", "Retry-After")
_log = structlog.get_logger("gateway")


class Broken(ServiceError):
    """Something broke in the gateway itself; it is in the logs under the request's id."""

    code = "broken"
    words = "这一页出了差错，我们已经记录下来。请再试一次；同一张表不会重复提交。"


def install(app: Flask) -> None:
    """Answer every error, ours and others', in the shape of the place where it happened."""
    app.register_error_handler(ServiceError, _said)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _broke)


def _said(error: ServiceError) -> Response:
    tracing.refused(error.code)
    if _for_programs():
        return problem.answer(error)
    if not isinstance(error, (NotFound, SecondStepWanted)) and (returned := _returned(error)):
        return returned
    if isinstance(error, NotSignedIn):
        return view.to_sign_in()
    if isinstance(error, SecondStepWanted):
        return view.go("second_step.own")
    return view.error_page(status_of(error), error.said, headers_of(error))


def _returned(error: ServiceError) -> Response | None:
    """Hand a form back with all that was typed, where it never reached its house; None where nothing was sent."""
    rule = access.rule_of_request()
    if request.method != "POST" or rule is None or rule.form is None:
        return None
    return view.returned(rule.form(**(request.view_args or {})).stopped(error))


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    headers = {name: value for name, value in error.get_headers() if name in _PASSED_ON}
    if status < 400:
        return Response(status=status, headers=headers)
    if status == 404:
        return _said(NotFound())
    code, title, detail = words_of(status)
    if _for_programs():
        return problem.http(error, code=code, title=title, detail=detail, headers=headers)
    return view.error_page(status, detail, headers)


def _broke(error: Exception) -> Response:
    _log.error("broken", route=here.route(), exc_info=error)
    return _said(Broken())


def _for_programs() -> bool:
    return request.path.startswith(API)
