"""企业微信、钉钉登录: a person sets out to a provider, comes back with a code, and says that they mean it."""

from flask import Blueprint, Response, request, url_for

from contracts.actor import visitor
from contracts.directory.device import Browser
from contracts.directory.outside import SIGN_IN_OUTSIDE, SignInOutside
from contracts.errors import ServiceError
from gateway import cookie, here, view
from gateway.access import public
from gateway.device import browser_of, kind_here
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.onward import if_ours
from gateway.outside import way
from gateway.outside.not_confirmed import NotConfirmed
from gateway.outside.registered import App

page = Blueprint("outside", __name__)
_IN_ITS_APP = (Browser.WECOM, Browser.WECHAT)
_LONGEST_CODE = 512


@page.get("/sign-in/with/<app>")
@public
def set_out(app: str) -> Response:
    """Send the person to the provider; who is signed in already goes on."""
    registered = here.confirming().app(app)
    if here.caller().signed_in:
        return view.go("home.home")
    return lead_out(registered, person_id=None, onward=if_ours(request.args.get("next", "")))


@page.get("/sign-in/with/<app>/back")
@public
def come_back(app: str) -> Response:
    """Take the code out of the address and have it confirmed; nobody is signed in and nothing linked by it yet."""
    registered = here.confirming().app(app)
    gone = way.come_back(app, request.args.get("state", ""))
    code = request.args.get("code") or request.args.get("authCode") or ""
    if not 0 < len(code) <= _LONGEST_CODE or not code.isprintable():
        raise NotConfirmed
    way.confirmed(gone, here.confirming().testimony(registered, code, gone.person_id))
    return view.go("links.ask" if gone.person_id else "outside.ask", app=app)


@page.get("/sign-in/with/<app>/confirm")
@public
def ask(app: str) -> Response:
    """Ask whether the person means it: no other site, and no link in a message, signs anybody in."""
    registered = here.confirming().app(app)
    gone = way.waiting(app, for_link=False)
    return _page(registered, _form(gone, registered, Given())) if gone else view.go("sign_in.ask")


@page.post("/sign-in/with/<app>/confirm")
@public
def sign_in(app: str) -> Response:
    """Let the person in, in a new session; pressed twice does the same."""
    registered = here.confirming().app(app)
    gone = way.waiting(app, for_link=False)
    if gone is None:
        return view.go("sign_in.ask")
    form = _form(gone, registered, request.form)
    try:
        signed = here.houses().ask(SIGN_IN_OUTSIDE, form.load(), visitor())
    except ServiceError as problem:
        return _page(registered, form.refused(problem))
    way.forget()
    if signed.second_step:
        response = view.go("sign_in_second.ask", next=gone.onward)
        cookie.give_half_way(response, signed.token, signed.expires_at)
        return response
    response = view.go_to(gone.onward)
    cookie.give(response, signed.token, signed.expires_at)
    return response


def lead_out(app: App, *, person_id: str | None, onward: str) -> Response:
    """Send the browser to the provider; it alone can come back with the state that it was given."""
    state, back = way.set_out(app.key, person_id, onward), url_for("outside.come_back", app=app.key)
    in_its_app = browser_of(request.user_agent.string) in _IN_ITS_APP
    return view.go_to(here.confirming().door(app, state, back, in_its_app=in_its_app))


def _form(gone: way.Way, app: App, given: Given) -> Form[SignInOutside]:
    fixed = {"testimony": gone.proof, **kind_here()}
    questions = Questions(message=SignInOutside, title=f"用{app.label}登录", action="登录", fixed=fixed)
    return Form(questions, given)


def _page(app: App, form: Form[SignInOutside]) -> Response:
    return view.form_page("outside.html", form, app=app)
