"""Health: does the process live, can it work. What it has counted is told on a port of its own: gateway.__main__."""

from flask import Flask, Response, current_app

from gateway import access


def install(app: Flask) -> None:
    """Add /healthz and /readyz."""
    app.add_url_rule("/healthz", view_func=healthz)
    app.add_url_rule("/readyz", view_func=readyz)


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
