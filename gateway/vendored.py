"""Vendored files: what browsers load, addressed by its fingerprint, so that it may be kept for ever."""

import json
from pathlib import Path
from typing import cast

from flask import Flask, Response, request, url_for

STATIC = Path(__file__).parent / "static"
FOREVER = "public, max-age=31536000, immutable"


def manifest() -> dict[str, dict[str, str]]:
    """Return each built file with its package, version, licence and hash."""
    return cast(dict[str, dict[str, str]], json.loads(STATIC.joinpath("vendor", "manifest.json").read_text()))


def install(app: Flask) -> None:
    """Give templates `vendored("theme.css")`, and let browsers keep what is asked for by its fingerprint."""
    prints = {name: entry["sha256"][:12] for name, entry in manifest().items()}

    def vendored(name: str) -> str:
        return url_for("static", filename=f"vendor/{name}", v=prints[name])

    app.jinja_env.globals["vendored"] = vendored
    app.after_request(_keep)


def _keep(response: Response) -> Response:
    if request.endpoint == "static" and response.status_code in (200, 304):
        response.headers["Cache-Control"] = FOREVER if "v" in request.args else "public, max-age=3600"
    return response
