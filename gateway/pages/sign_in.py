"""Signing in and out."""

from flask import Blueprint, Response, flash, request

from contracts.actor import visitor
from contracts.directory.session import SIGN_IN, SIGN_OUT, SignIn, SignOut
from contracts.errors import ServiceError, Unavailable
from gateway import cookie, here, view
from gateway.access import public, public_form
from gateway.device import device_here
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.onward import onward

page = Blueprint("sign_in", __name__)


def sent_form() -> Form[SignIn]:
    """Return the form as sent."""
    return _form(request.form)


@page.get("/sign-in")
@public
def ask() -> Response:
    """Ask for name and password; who is signed in already goes on."""
    if here.caller().signed_in:
        return view.go("home.home")
    return _page(_form(Given()))


@page.post("/sign-in")
@public_form(sent_form)
def sign_in() -> Response:
    """Let a person in, or say the same thing whether the name or the password was wrong."""
    form = sent_form()
    try:
        signed = here.houses().ask(SIGN_IN, form.load(), visitor())
    except ServiceError as problem:
        return _page(form.refused(problem))
    if signed.second_step:
        response = view.go("sign_in_second.ask", next=request.form.get("next") or None)
        cookie.give_half_way(response, signed.token, signed.expires_at)
        return response
    response = view.go_to(onward())
    cookie.give(response, signed.token, signed.expires_at)
    return response


@page.post("/sign-out")
@public
def sign_out() -> Response:
    """End the session; the browser forgets it even while directory is silent."""
    token = cookie.token_of(request)
    if token:
        here.sessions().forget(token)
        try:
            here.houses().ask(SIGN_OUT, SignOut(token=token), visitor())
        except Unavailable:
            flash("这台设备上已退出。系统暂时不可用，其他设备请稍后再检查。", "done")
    response = view.go("home.home")
    cookie.take_back(response)
    return response


def _form(given: Given) -> Form[SignIn]:
    return Form(Questions(message=SignIn, title="登录", action="登录", fixed=device_here()), given)


def _page(form: Form[SignIn]) -> Response:
    apps = here.confirming().registered.apps
    return view.form_page("sign_in.html", form, onward=request.values.get("next", ""), apps=apps)
