"""企业微信、钉钉: a person links what they have there with their account here, and takes it back."""

from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.actor import SIGNED_IN
from contracts.directory.outside import (
    LINK_OUTSIDE,
    OUTSIDE_LINKS,
    UNLINK_OUTSIDE,
    LinkOutside,
    ListLinks,
    Unlink,
)
from contracts.errors import ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.outside import way
from gateway.pages.account import myself
from gateway.pages.outside import lead_out

page = Blueprint("links", __name__)


def sent_form(app: str) -> Form[LinkOutside]:
    """Return the form as sent, with nothing that the provider has confirmed."""
    return _form(None, request.form)


@page.get("/account/outside")
@may(*SIGNED_IN)
def own() -> Response:
    """Show which ways in from outside there are, and which could be added."""
    found = here.houses().ask(OUTSIDE_LINKS, ListLinks(), myself())
    held = {(link.provider, link.corp): link for link in found.links}
    apps = [app for app in here.confirming().registered.apps if app.district == found.district]
    labels = {(app.provider, app.corp): app.label for app in apps}
    open_to = [app for app in apps if (app.provider, app.corp) not in held]
    return view.page("links.html", links=found.links, labels=labels, open_to=open_to)


@page.get("/account/outside/<app>")
@may(*SIGNED_IN)
def set_out(app: str) -> Response:
    """Send the person to the provider, to come back for a link."""
    return lead_out(here.confirming().app(app), person_id=here.caller().person_id, onward="/account/outside")


@page.get("/account/outside/<app>/confirm")
@may(*SIGNED_IN)
def ask(app: str) -> Response:
    """Ask for the password, so that nobody links themselves into an account that was left open."""
    registered, gone = here.confirming().app(app), way.waiting(app, for_link=True)
    return view.form_page("link.html", _form(gone, Given()), app=registered) if gone else view.go("links.own")


@page.post("/account/outside/<app>/confirm")
@may(*SIGNED_IN, form=sent_form)
def link(app: str) -> Response:
    """Let the person sign in by the provider from now on; pressed twice does the same."""
    registered, gone = here.confirming().app(app), way.waiting(app, for_link=True)
    if gone is None:
        return view.go("links.own")
    form = _form(gone, request.form)
    try:
        here.houses().ask(LINK_OUTSIDE, form.load(), myself())
    except ServiceError as problem:
        return view.form_page("link.html", form.refused(problem), app=registered)
    way.forget()
    flash(f"已经连接，以后可以用{registered.label}登录", "done")
    return view.go("links.own")


@page.post("/account/outside/links/<uuid:link_id>/end")
@may(*SIGNED_IN)
def unlink(link_id: UUID) -> Response:
    """Take a way in back; again takes nothing more."""
    here.houses().ask(UNLINK_OUTSIDE, Unlink(link_id=str(link_id)), myself())
    flash("已经断开，以后不能用它登录", "done")
    return view.go("links.own")


def _form(gone: way.Way | None, given: Given) -> Form[LinkOutside]:
    fixed = {"testimony": gone.proof} if gone else {"testimony": ""}
    return Form(Questions(message=LinkOutside, title="连接账号", action="连接", fixed=fixed), given)
