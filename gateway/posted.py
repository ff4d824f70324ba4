"""Posted: how a page for everybody is answered: as it is kept, as it is made now, or as it last was."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Response, request

from contracts.errors import DeadlinePassed, Fault, OutcomeUnknown, Unavailable
from gateway import front, here, view
from gateway.language import rendered
from gateway.public_page import PublicPage, public_page
from gateway.public_pages import Subject

_TROUBLE = (Unavailable, OutcomeUnknown, DeadlinePassed, Fault)


def posted(about: Subject, template: str, read: Callable[[], Mapping[str, Any]]) -> Response:
    """Answer with the page of the subject, made of what `read` returns if it has to be made.

    While a house is silent, the last page there was is shown and says that it may be old. Raises what `read` raises.
    """

    def make() -> PublicPage:
        shown = read()
        return public_page(rendered(template, **shown), shown=shown)

    return _handed_out(about, make, lambda last: view.page(template, **last.shown, as_of=last.made_at))


def posted_file(about: Subject, content_type: str, read: Callable[[], str]) -> Response:
    """Answer with a file for programs; while a house is silent, with the last there was. Raises what `read` raises."""

    def make() -> PublicPage:
        return public_page(read(), shown={}, content_type=content_type)

    return _handed_out(about, make, _sent)


def _handed_out(
    about: Subject, make: Callable[[], PublicPage], as_it_was: Callable[[PublicPage], Response]
) -> Response:
    pages = here.public_pages()
    try:
        page = pages.take(about, make, wait_seconds=here.houses().patience.left())
    except _TROUBLE:
        last = pages.last(about)
        if last is None:
            raise
        return as_it_was(last)
    pages.lead(front.address_of(request.environ), here.route(), about)
    return _sent(page)


def _sent(page: PublicPage) -> Response:
    status, headers, body = page.answer(request.headers)
    return Response(body, status, headers)
