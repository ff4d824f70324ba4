"""中文 | English: the switch at the foot of every page; it leads back to where it was pressed."""

from urllib.parse import urlsplit

from flask import Blueprint, Response, request

from contracts.errors import NotFound
from gateway import view
from gateway.access import public
from gateway.language import Language, remember

page = Blueprint("language", __name__)


@page.get("/language/<chosen>")
@public
def choose(chosen: str) -> Response:
    """Answer in this language from now on, and go back. Raises NotFound for a language we do not speak."""
    if chosen not in set(Language):
        raise NotFound
    response = view.go_to(_back())
    remember(response, Language(chosen))
    return response


def _back() -> str:
    """Return the page of ours that the browser comes from, the first page where it does not say."""
    came = urlsplit(request.referrer or "")
    ours = came.netloc == request.host and came.path.startswith("/") and not came.path.startswith(("//", "/\\"))
    if not ours or came.path.startswith("/language/"):
        return "/"
    return came.path + (f"?{came.query}" if came.query else "")
