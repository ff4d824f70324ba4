"""Metrics: requests and calls, how they ended, how long they took; labels are routes and codes, never people."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import Counter, Histogram

from contracts.errors import ServiceError

REQUESTS = Counter("qingfu_gateway_requests_total", "Requests answered", ("route", "method", "status"))
REQUEST_SECONDS = Histogram("qingfu_gateway_request_seconds", "Time to answer a request", ("route",))
CALLS = Counter("qingfu_gateway_calls_total", "Calls to houses", ("call", "outcome"))
CALL_SECONDS = Histogram("qingfu_gateway_call_seconds", "Time to an answer of a house", ("call",))


@contextmanager
def timed_call(name: str) -> Iterator[None]:
    """Count one call and the way it ended, by the error's code."""
    started, outcome = time.monotonic(), "fault"
    try:
        yield
        outcome = "ok"
    except ServiceError as refusal:
        outcome = refusal.code
        raise
    finally:
        CALLS.labels(name, outcome).inc()
        CALL_SECONDS.labels(name).observe(time.monotonic() - started)


def count_request(route: str, method: str, status: int, seconds: float) -> None:
    """Count one answered request."""
    REQUESTS.labels(route, method, str(status)).inc()
    REQUEST_SECONDS.labels(route).observe(seconds)
