"""PublicPage: a page that is the same for everybody, ready to be sent as often as it is asked for."""

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Response, request

from plumbing import clock

HTML = "text/html; charset=utf-8"
ASK_AGAIN = "public, max-age=0, s-maxage=1, must-revalidate"
"""A browser asks each time, and mostly hears that it has the page; a shared proxy may answer for a second."""


@dataclass(frozen=True, kw_only=True)
class PublicPage:
    """`plain` is the page as it is read, `packed` as it travels; `tag` names exactly this page.

    `shown` is what it was rendered from, and `made_at` when.
    """

    content_type: str
    plain: bytes
    packed: bytes
    tag: str
    shown: Mapping[str, Any]
    made_at: datetime

    def answer(self) -> Response:
        """Return the page, or only that the browser has it already."""
        packed = "gzip" in request.accept_encodings
        response = Response(self.packed if packed else self.plain, content_type=self.content_type)
        response.headers["Cache-Control"] = ASK_AGAIN
        response.headers["Vary"] = "Accept-Encoding"
        if packed:
            response.headers["Content-Encoding"] = "gzip"
        response.set_etag(f"{self.tag}-gzip" if packed else self.tag)
        response.make_conditional(request)
        return response


def public_page(text: str, *, shown: Mapping[str, Any], content_type: str = HTML) -> PublicPage:
    """Return the page that has this text from now on."""
    plain = text.encode()
    return PublicPage(
        content_type=content_type, plain=plain, packed=gzip.compress(plain, 6, mtime=0),
        tag=hashlib.sha256(plain).hexdigest()[:24], shown=shown, made_at=clock.now(),
    )
