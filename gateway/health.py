"""Health: does the process live, can it work, what has it counted."""

from ipaddress import ip_address

from flask import Flask, Response, current_app, request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from contracts.errors import NotFound
from gateway import access
from gateway.settings import Settings


def install(app: Flask, settings: Settings) -> None:
    """Add /healthz, /readyz and /metrics."""

    @access.public
    def metrics() -> Response:
        """Answer the networks that may measure us; to others there is nothing here."""
        asker = ip_address(request.remote_addr or "0.0.0.0")  # noqa: S104  an address nobody comes from
        if not any(asker in network for network in settings.metrics_for):
            raise NotFound
        return Response(generate_latest(), content_type=CONTENT_TYPE_LATEST)

    app.add_url_rule("/healthz", view_func=healthz)
    app.add_url_rule("/readyz", view_func=readyz)
    app.add_url_rule("/metrics", view_func=metrics)


@access.public
def healthz() -> Response:
    """Say that the process lives."""
    return Response("ok\n", mimetype="text/plain")


@access.public
def readyz() -> Response:
    """Say whether requests can be answered, and if not, why."""
    reasons: list[str] = current_app.extensions["qingfu"].unready()
    if not reasons:
        return Response("ready\n", mimetype="text/plain")
    return Response("\n".join(reasons) + "\n", status=503, mimetype="text/plain", headers={"Retry-After": "2"})
