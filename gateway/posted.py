"""Posted: how a page for everybody is answered: as it is kept, as it is made now, or as it last was."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Response, render_template, request

from contracts.errors import DeadlinePassed, Fault, OutcomeUnknown, Unavailable
from gateway import front, here, view
from gateway.public_page import PublicPage, public_page
from gateway.public_pages import Subject

_TROUBLE = (Unavailable, OutcomeUnknown, DeadlinePassed, Fault)


def posted(about: Subject, template: str, read: Callable[[], Mapping[str, Any]]) -> Response:
    """Answer with the page of the subject, made of what `read` returns if it has to be made.

    While a house is silent, the last page there was is shown and says that it may be old. Raises what `read` raises.
    """
    pages = here.public_pages()

    def make() -> PublicPage:
        shown = read()
        return public_page(render_template(template, **shown), shown=shown)

    try:
        page = pages.take(about, make, wait_seconds=here.houses().patience.left())
    except _TROUBLE:
        last = pages.last(about)
        if last is None:
            raise
        return view.page(template, **last.shown, as_of=last.made_at)
    pages.lead(front.address_of(request.environ), here.route(), about)
    status, headers, body = page.answer(request.headers)
    return Response(body, status, headers)
