"""Limits: what is too big or too deep to be read at all."""

from flask import Flask, request
from werkzeug.exceptions import BadRequest

from gateway.settings import LARGEST_BODY, LARGEST_BODY_WITH_FILE

DEEPEST = 20
_OPENING, _CLOSING = b"[{", b"]}"


def install(app: Flask) -> None:
    """Let nothing above 64 KB in (413), neither as a form nor as JSON."""
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_BODY, MAX_FORM_MEMORY_SIZE=LARGEST_BODY, MAX_FORM_PARTS=200)


def widen() -> None:
    """Let a file in with this request."""
    request.max_content_length = request.max_form_memory_size = LARGEST_BODY_WITH_FILE


def check() -> None:
    """Raise BadRequest for JSON that is nested more deeply than anything we ask for."""
    if request.is_json and _depth(request.get_data()) > DEEPEST:
        raise BadRequest("nested too deeply")


def _depth(body: bytes) -> int:
    """Return how deep brackets go, counting those in strings too: nobody types twenty open ones into a sentence."""
    deepest = depth = 0
    for byte in body:
        if byte in _OPENING:
            depth += 1
            deepest = max(deepest, depth)
        elif byte in _CLOSING:
            depth -= 1
    return deepest
