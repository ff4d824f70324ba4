"""账号与安全: where the person is signed in, and the way to end what should not be open."""

from uuid import UUID

from flask import Blueprint, Response, flash

from contracts.actor import SIGNED_IN, Actor
from contracts.directory.own_sessions import (
    END_OTHER_SESSIONS,
    END_SESSION,
    OWN_SESSIONS,
    EndOtherSessions,
    EndSession,
    ListSessions,
)
from gateway import here, view
from gateway.access import may

page = Blueprint("account", __name__)


@page.get("/account")
@may(*SIGNED_IN)
def own() -> Response:
    """Show every device that is signed in, the one in hand first."""
    session = here.caller().session
    assert session is not None, "the rule lets nobody else in"
    heard = here.houses().ask(OWN_SESSIONS, ListSessions(), myself())
    in_hand = [one for one in heard.sessions if one.session_id == session.session_id]
    others = [one for one in heard.sessions if one.session_id != session.session_id]
    apps = here.confirming().registered.apps
    return view.page("account.html", in_hand=in_hand, others=others, signed_out=heard.signed_out, apps=apps)


@page.post("/account/sessions/<uuid:session_id>/end")
@may(*SIGNED_IN)
def end(session_id: UUID) -> Response:
    """End one device's session; again ends nothing more."""
    here.houses().ask(END_SESSION, EndSession(session_id=str(session_id)), myself())
    flash("那台设备已经退出", "done")
    return view.go("account.own")


@page.post("/account/sessions/end-others")
@may(*SIGNED_IN)
def end_others() -> Response:
    """End every session but the one in hand; again ends nothing more."""
    session = here.caller().session
    assert session is not None, "the rule lets nobody else in"
    here.houses().ask(END_OTHER_SESSIONS, EndOtherSessions(session_id=session.session_id), myself())
    flash("其他设备都已经退出", "done")
    return view.go("account.own")


def myself() -> Actor:
    """Return the person in any one school: a session belongs to none."""
    return here.caller().actors()[0]
