"""换手机号: a guardian asks for another number by password; the office calls it and confirms; no SMS is sent."""

from flask import Blueprint, Response, flash, request

from contracts.actor import Role
from contracts.directory.number import ASK_NUMBER, AskNumber
from contracts.errors import ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions

page = Blueprint("own_number", __name__)


def sent_form() -> Form[AskNumber]:
    """Return the form as sent."""
    return _form(request.form)


@page.get("/account/number")
@may(Role.GUARDIAN)
def ask() -> Response:
    """Ask for the new number and the password."""
    return view.form_page("own_number.html", _form(Given()))


@page.post("/account/number")
@may(Role.GUARDIAN, form=sent_form)
def wish() -> Response:
    """Let the office have it; again replaces what was asked before."""
    form = sent_form()
    try:
        here.houses().ask(ASK_NUMBER, form.load(), here.caller().actors(Role.GUARDIAN)[0])
    except ServiceError as problem:
        return view.form_page("own_number.html", form.refused(problem))
    flash("已经交给教导处。核实以前，还是用原来的号码登录", "done")
    return view.go("account.own")


def _form(given: Given) -> Form[AskNumber]:
    questions = Questions(message=AskNumber, title="换手机号", action="提交给教导处", order=("phone", "password"))
    return Form(questions, given)
