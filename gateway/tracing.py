"""Tracing: one id for each request, in its log line, in every call it makes, in its answer's X-Request-Id."""

import time

import structlog
from flask import Flask, Response, g, request

from gateway import here, metrics
from plumbing.ids import new_id

HEADER = "X-Request-Id"
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
NOT_LOGGED = frozenset({"static", "healthz", "readyz", "metrics"})
_log = structlog.get_logger("gateway")


def install(app: Flask) -> None:
    """Let every request carry its id and leave a count and, unless it is a machine's routine, a log line behind."""
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.request_id, g.began = new_id(), time.monotonic()
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)


def refused(code: str) -> None:
    """Let the log line of this request say why it was refused, by the code of the error."""
    g.refused = code


def _end(response: Response) -> Response:
    seconds = time.monotonic() - g.began
    route = here.route()
    response.headers[HEADER] = g.request_id
    method = request.method if request.method in METHODS else "other"
    metrics.count_request(route, method, response.status_code, seconds)
    if request.endpoint not in NOT_LOGGED:
        _log.info(
            "request", method=method, route=route, status=response.status_code,
            milliseconds=round(seconds * 1000), person_id=here.known_caller().person_id, refused=g.get("refused"),
        )
    return response
