"""The second step of signing in: a code from the person's phone, after the password."""

from flask import Blueprint, Response, request

from contracts.actor import visitor
from contracts.directory.session import SIGN_IN_SECOND, SignInSecond
from contracts.errors import NotSignedIn, ServiceError
from gateway import cookie, here, view
from gateway.access import public, public_form
from gateway.device import kind_here
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.onward import onward

page = Blueprint("sign_in_second", __name__)


def sent_form() -> Form[SignInSecond]:
    """Return the form as sent."""
    return _form(request.form)


@page.get("/sign-in/second")
@public
def ask() -> Response:
    """Ask for the code; who has not said a password before starts there."""
    if not cookie.half_way_of(request):
        return view.go("sign_in.ask")
    return _page(_form(Given()))


@page.post("/sign-in/second")
@public_form(sent_form)
def sign_in() -> Response:
    """Let the person in, or ask again; after too long a wait the password is asked for again."""
    form = sent_form()
    try:
        signed = here.houses().ask(SIGN_IN_SECOND, form.load(), visitor())
    except NotSignedIn:
        response = view.go("sign_in.ask", next=request.form.get("next") or None)
        cookie.take_back_half_way(response)
        return response
    except ServiceError as problem:
        return _page(form.refused(problem))
    response = view.go_to(onward())
    cookie.take_back_half_way(response)
    cookie.give(response, signed.token, signed.expires_at)
    return response


def _form(given: Given) -> Form[SignInSecond]:
    fixed = {"token": cookie.half_way_of(request), **kind_here()}
    return Form(Questions(message=SignInSecond, title="再输一个验证码", action="登录", fixed=fixed), given)


def _page(form: Form[SignInSecond]) -> Response:
    return view.form_page("sign_in_second.html", form, onward=request.values.get("next", ""))
