"""激活: somebody with a card from the school chooses a password and is in."""

from flask import Blueprint, Response, flash, request

from contracts.actor import visitor
from contracts.directory.card import ACTIVATE, Activate
from contracts.errors import ServiceError
from gateway import cookie, here, view
from gateway.access import public, public_form
from gateway.device import device_here
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions

page = Blueprint("activate", __name__)


def sent_form() -> Form[Activate]:
    """Return the form as sent."""
    return _form(request.form)


@page.get("/activate")
@public
def ask() -> Response:
    """Ask for what the card says; a card's square brings its code behind a #, which no server is told."""
    return view.form_page("activate.html", _form(Given()))


@page.post("/activate")
@public_form(sent_form)
def activate() -> Response:
    """Let the person in, or say the same thing whatever was wrong about the card."""
    form = sent_form()
    try:
        signed = here.houses().ask(ACTIVATE, form.load(), visitor())
    except ServiceError as problem:
        return view.form_page("activate.html", form.refused(problem))
    if signed.second_step:
        response = view.go("sign_in_second.ask")
        cookie.give_half_way(response, signed.token, signed.expires_at)
        return response
    flash("账号已经激活，以后用手机号和刚设的密码登录", "done")
    response = view.go("home.home")
    cookie.give(response, signed.token, signed.expires_at)
    return response


def _form(given: Given) -> Form[Activate]:
    return Form(Questions(message=Activate, title="激活账号", action="激活", fixed=device_here()), given)
