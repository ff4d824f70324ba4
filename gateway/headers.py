"""Security headers: nothing from elsewhere, nothing inline, nobody frames us, no cache keeps a personal page."""

from collections.abc import Mapping

from flask import Flask, Response, request

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_ENCRYPTED = {**ALWAYS, "Strict-Transport-Security": "max-age=31536000; includeSubDomains"}
"""Who came by TLS once comes by TLS for a year, whatever anybody in between would like."""


def of(scheme: str) -> Mapping[str, str]:
    """Return the headers of every answer to a request that came like this: by the word of a proxy of ours, or none."""
    return _ENCRYPTED if scheme == "https" else ALWAYS


def install(app: Flask) -> None:
    """Put the headers on every answer; what says nothing about caching is personal."""
    app.after_request(_add)


def _add(response: Response) -> Response:
    for name, value in of(request.scheme).items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "private, no-store")
    return response
