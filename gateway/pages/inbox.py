"""消息: what the person was told, newest first; opening one is its receipt (N2)."""

from uuid import UUID

from flask import Blueprint, Response, request
from marshmallow import ValidationError

from contracts.actor import SIGNED_IN, Actor
from contracts.errors import ServiceError
from contracts.notify.message import INBOX, MARK_READ, READ, Inbox, InboxMessage, MarkRead, ReadInbox, ReadMessage
from gateway import here, view
from gateway.access import may
from gateway.roll import roll
from gateway.texts.inbox import words

page = Blueprint("inbox", __name__)
ONE_PAGE = 50


@page.get("/inbox")
@may(*SIGNED_IN)
def messages() -> Response:
    """Show a page of messages."""
    actors, ask = here.caller().actors(), ReadInbox(before=_before())
    answers = [here.houses().later(INBOX, ask, actor) for actor in actors]
    heard = [answer.answer() for answer in answers]
    every = sorted((m for inbox in heard for m in inbox.messages), key=lambda m: m.sent_at, reverse=True)
    names = roll(actors, pupil_ids=[p for m in every for p in m.pupil_ids])
    return view.page(
        "inbox.html", messages=every, names=names, words=words, unread=sum(inbox.unread for inbox in heard),
        earlier=_earlier(heard),
    )


@page.get("/inbox/<uuid:message_id>")
@may(*SIGNED_IN)
def read(message_id: UUID) -> Response:
    """Show one message; it counts as read once it is before the person's eyes, not when a browser fetches ahead."""
    ask = ReadMessage(message_id=str(message_id))
    message, actor = here.houses().first(READ, ask, here.caller().actors())
    told = message.read_at is not None or _tell_read(message, actor)
    names = roll((actor,), pupil_ids=message.pupil_ids)
    return view.page("message.html", message=message, said=words(message), names=names, told=told)


def _tell_read(message: InboxMessage, actor: Actor) -> bool:
    """Say once for ever that it is read: the message's id is the key. A silent notify keeps nobody from reading."""
    ahead = "prefetch" in (request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", ""))
    if ahead or request.method != "GET":
        return False
    try:
        here.houses().ask(MARK_READ, MarkRead(message_id=message.message_id), actor, key=message.message_id)
    except ServiceError:
        return False
    return True


def _before() -> str | None:
    try:
        return ReadInbox.load({"before": request.args.get("before")}).before
    except ValidationError:
        return None


def _earlier(heard: list[Inbox]) -> str | None:
    """Return where the next page begins; with several schools, only one of them can have one at a time."""
    full = [inbox.messages[-1].message_id for inbox in heard if len(inbox.messages) >= ONE_PAGE]
    return max(full, default=None)
