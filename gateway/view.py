"""View: what a person gets to see: a page, a form, a form handed back, an error in plain words."""

from typing import Any

from flask import Response, make_response, redirect, request, url_for

from contracts.errors import NotSignedIn
from gateway import here, tracing
from gateway.forms.form import Form
from gateway.language import rendered
from gateway.statuses import headers_of, status_of
from gateway.texts.http import heading_of
from gateway.wording import OF_EVERY_PAGE

AFTER_COMMAND = 303
_WITH_A_WAY_ON = (403, 404, 500)


def page(template: str, *, status: int = 200, headers: dict[str, str] | None = None, **shown: Any) -> Response:
    """Return a page from its template."""
    assert not OF_EVERY_PAGE & shown.keys(), "what every page shows is not one page's to say"
    response = make_response(rendered(template, **shown), status)
    response.headers.update(headers or {})
    return response


def form_page(template: str, form: Form[Any], **shown: Any) -> Response:
    """Return a page around a form, with the status of what stands in its way."""
    if form.problem:
        tracing.refused(form.problem.code)
    status = status_of(form.problem)
    return page(template, status=status, headers=headers_of(form.problem), form=form, **shown)


def returned(form: Form[Any]) -> Response:
    """Return a form that never reached its house, with all that was typed and nothing that a house would say."""
    signed_out = isinstance(form.problem, NotSignedIn)
    return form_page("returned.html", form, signed_out=signed_out, target=request.full_path.rstrip("?"))


def go(endpoint: str, **values: Any) -> Response:
    """Send the browser on to a page to be read, so that reloading it repeats nothing."""
    return go_to(url_for(endpoint, **values))


def go_to(address: str) -> Response:
    """Send the browser on to an address of ours."""
    return make_response(redirect(address, AFTER_COMMAND))


def to_sign_in() -> Response:
    """Send the browser to sign in, and back here afterwards if here is a page to be read."""
    if request.method not in ("GET", "HEAD"):
        return go("sign_in.ask")
    return go("sign_in.ask", next=request.full_path.rstrip("?"))


def error_page(status: int, words: str, headers: dict[str, str] | None = None) -> Response:
    """Return the page that says what is wrong and what to do next, with the request's id for those who help.

    Who went astray while signed in finds the ways of every page; where a house is silent, none is asked for them.
    """
    if status in _WITH_A_WAY_ON:
        here.caller_found_soon()
    return page(
        "error.html", status=status, headers=headers, heading=heading_of(status), words=words,
        request_id=here.request_id(), wait=(headers or {}).get("Retry-After"),
    )
