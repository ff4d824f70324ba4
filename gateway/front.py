"""Front: hands out pages that are the same for everybody, before the rest of the gateway has to look at a request."""

import time
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from gateway import headers, metrics
from gateway.language import of_cookies
from gateway.public_pages import Address, PublicPages
from gateway.tracing import HEADER
from plumbing.ids import new_id

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class Front:
    """Stands before the application, which answers what is not at hand. It counts, but writes no log line."""

    def __init__(self, behind: "WSGIApplication", pages: PublicPages):
        self._behind, self._pages = behind, pages

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer one request."""
        began = time.monotonic()
        found = self._pages.at(address_of(environ)) if environ["REQUEST_METHOD"] == "GET" else None
        if found is None:
            return self._behind(environ, start_response)
        route, page = found
        status, told, body = page.answer(_Asked(environ))
        start_response(status, [*told, *headers.of(environ["wsgi.url_scheme"]).items(), (HEADER, new_id())])
        metrics.count_request(route, "GET", int(status[:3]), time.monotonic() - began)
        return [body]


class _Asked:
    """The headers of a request, by their names."""

    def __init__(self, environ: Mapping[str, Any]):
        self._environ = environ

    def get(self, name: str, default: str) -> str:
        value: str = self._environ.get(f"HTTP_{name.upper().replace('-', '_')}", default)
        return value


def address_of(environ: Mapping[str, Any]) -> Address:
    """Return where a browser has asked."""
    return Address(
        scheme=environ["wsgi.url_scheme"], host=environ.get("HTTP_HOST", ""), path=environ["PATH_INFO"],
        query=environ.get("QUERY_STRING", ""), language=of_cookies(environ.get("HTTP_COOKIE", "")),
    )
