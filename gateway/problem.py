"""Problem: an error for programs, as application/problem+json (RFC 9457)."""

from typing import Any

from flask import Response, jsonify
from marshmallow import fields
from werkzeug.exceptions import HTTPException

from contracts.errors import ServiceError
from contracts.message import Message, of
from gateway import here
from gateway.forms.refusal import by_field, sentences
from gateway.language import chosen, told
from gateway.statuses import headers_of, status_of

MEDIA_TYPE = "application/problem+json"
TYPE = "urn:qingfu:problem:"
_SAID = {"sentence", "arithmetic", "words"}


class Wrong(Message):
    """One thing wrong with a request: where (a JSON pointer) and what, in Chinese or as Accept-Language asks."""

    pointer: str
    detail: str


class Problem(Message):
    """`type` ends in `code`, which is stable; `detail` says what to do; `details` carries findings or what stands."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    request_id: str
    errors: tuple[Wrong, ...] = ()
    details: dict[str, Any] | None = of(fields.Dict(), default=None)


def answer(error: ServiceError) -> Response:
    """Return the error as a problem document, with Retry-After where waiting helps."""
    details = {name: value for name, value in error.details.items() if name != "fields"}
    return _respond(
        headers_of(error), code=error.code, title=(type(error).__doc__ or "").splitlines()[0], status=status_of(error),
        detail=told(error.said), errors=_wrong(by_field(error)), details=_told(details) or None,
    )


def http(error: HTTPException, *, code: str, title: str, detail: str, headers: dict[str, str]) -> Response:
    """Return an error of HTTP itself (no such address, too big, fields that cannot be read) as a problem document."""
    by_place: dict[str, Any] = getattr(error, "data", {}).get("messages", {})
    wrong = {name: sentences(said) for place in by_place.values() for name, said in _named(place).items()}
    status = error.code or 500
    return _respond(headers, code=code, title=title, status=status, detail=told(detail), errors=_wrong(wrong))


def _told(details: Any) -> Any:
    """Return details with what a finding says told in the program's language; its clause stays as it is quoted."""
    if isinstance(details, dict):
        return {name: told(one) if name in _SAID else _told(one) for name, one in details.items()}
    return [_told(one) for one in details] if isinstance(details, list) else details


def _named(place: Any) -> dict[str, Any]:
    return place if isinstance(place, dict) else {"": place}


def _wrong(told_of: Any) -> tuple[Wrong, ...]:
    said = ((name, one) for name, all_said in told_of.items() for one in all_said)
    return tuple(Wrong(pointer=_pointer(name), detail=told(one)) for name, one in said)


def _pointer(name: object) -> str:
    """Return the JSON pointer of a field; a name that is no text at all is shown with its broken parts replaced."""
    clean = str(name).encode("utf-8", "replace").decode()
    return "#/" + clean.replace("~", "~0").replace("/", "~1")


def _respond(headers: dict[str, str], **said: Any) -> Response:
    document = Problem(type=TYPE + said["code"], request_id=here.request_id(), **said)
    response = jsonify(document.dump())
    response.status_code, response.mimetype = said["status"], MEDIA_TYPE
    response.headers.update(headers)
    response.headers["Content-Language"] = chosen()
    response.vary.add("Accept-Language")
    return response
