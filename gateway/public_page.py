"""PublicPage: a page that is the same for everybody, ready to be sent as often as it is asked for."""

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from plumbing import clock

HTML = "text/html; charset=utf-8"
ASK_AGAIN = "public, max-age=0, s-maxage=1, must-revalidate"
"""A browser asks each time, and mostly hears that it has the page; a shared proxy may answer for a second."""


class Headers(Protocol):
    """What a browser sent along, by name."""

    def get(self, name: str, default: str) -> str:
        """Return the header's value."""


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

    def answer(self, asked: Headers) -> tuple[str, list[tuple[str, str]], bytes]:
        """Return status, headers and body for whoever asks like this; no body for a browser that has the page."""
        packed = "gzip" in asked.get("Accept-Encoding", "")
        tag = f'"{self.tag}-gzip"' if packed else f'"{self.tag}"'
        headers = [("ETag", tag), ("Cache-Control", ASK_AGAIN), ("Vary", "Accept-Encoding, Cookie")]
        if tag in asked.get("If-None-Match", ""):
            return "304 NOT MODIFIED", headers, b""
        body = self.packed if packed else self.plain
        headers += [("Content-Type", self.content_type), ("Content-Length", str(len(body)))]
        return "200 OK", [*headers, ("Content-Encoding", "gzip")] if packed else headers, body


def public_page(text: str, *, shown: Mapping[str, Any], content_type: str = HTML) -> PublicPage:
    """Return the page that has this text from now on."""
    plain = text.encode()
    return PublicPage(
        content_type=content_type, plain=plain, packed=gzip.compress(plain, 6, mtime=0),
        tag=hashlib.sha256(plain).hexdigest()[:24], shown=shown, made_at=clock.now(),
    )
