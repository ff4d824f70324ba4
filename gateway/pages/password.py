"""修改密码: a person chooses another password, with the old one at hand; whoever else was signed in is out."""

from flask import Blueprint, Response, flash, request

from contracts.actor import SIGNED_IN
from contracts.directory.own_password import CHANGE_PASSWORD, ChangePassword
from contracts.errors import ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.pages.account import myself

page = Blueprint("password", __name__)


def sent_form() -> Form[ChangePassword]:
    """Return the form as sent."""
    return _form("", request.form)


@page.get("/account/password")
@may(*SIGNED_IN)
def ask() -> Response:
    """Ask for the old password and the new one."""
    return view.form_page("password.html", _form(_in_hand(), Given()))


@page.post("/account/password")
@may(*SIGNED_IN, form=sent_form)
def change() -> Response:
    """Let the new password open the account; the session in hand stays, all others end."""
    form = _form(_in_hand(), request.form)
    try:
        here.houses().ask(CHANGE_PASSWORD, form.load(), myself())
    except ServiceError as problem:
        return view.form_page("password.html", form.refused(problem))
    flash("密码已经改好，其他设备都已经退出", "done")
    return view.go("account.own")


def _in_hand() -> str:
    session = here.caller().session
    assert session is not None, "the rule lets nobody else in"
    return session.session_id


def _form(session_id: str, given: Given) -> Form[ChangePassword]:
    fixed = {"session_id": session_id}
    return Form(Questions(message=ChangePassword, title="修改密码", action="修改", fixed=fixed), given)
