"""两步验证: a person turns on the code at sign-in with their own phone, and gets codes for paper."""

from flask import Blueprint, Response, request

from contracts.actor import SIGNED_IN
from contracts.directory.second_factor import (
    BEGIN_SECOND_FACTOR,
    CONFIRM_SECOND_FACTOR,
    SECOND_FACTOR,
    BeginSecondFactor,
    ConfirmSecondFactor,
    ReadSecondFactor,
)
from contracts.errors import ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.pages.account import myself
from gateway.qr import square

page = Blueprint("second_step", __name__)


def sent_form() -> Form[ConfirmSecondFactor]:
    """Return the form as sent."""
    return _form(request.form)


@page.get("/account/second-step")
@may(*SIGNED_IN, unproven=True)
def own() -> Response:
    """Show how it stands: off, waiting for the phone's first code, or on."""
    return _page(_form(Given()))


@page.post("/account/second-step/begin")
@may(*SIGNED_IN, unproven=True)
def begin() -> Response:
    """Make the secret for the phone; again shows the same one."""
    here.houses().ask(BEGIN_SECOND_FACTOR, BeginSecondFactor(), myself())
    return view.go("second_step.own")


@page.post("/account/second-step")
@may(*SIGNED_IN, form=sent_form, unproven=True)
def confirm() -> Response:
    """Turn it on and show the codes for paper, this once."""
    form = sent_form()
    try:
        made = here.houses().ask(CONFIRM_SECOND_FACTOR, form.load(), myself())
    except ServiceError as problem:
        here.houses().patience.shorten()
        return _again(form.refused(problem))
    return view.page("recovery_codes.html", codes=made.codes, heading="两步验证已经打开")


def _again(form: Form[ConfirmSecondFactor]) -> Response:
    try:
        return _page(form)
    except ServiceError:
        return view.returned(form)


def _form(given: Given) -> Form[ConfirmSecondFactor]:
    return Form(Questions(message=ConfirmSecondFactor, title="打开两步验证", action="打开"), given)


def _page(form: Form[ConfirmSecondFactor]) -> Response:
    factor = here.houses().ask(SECOND_FACTOR, ReadSecondFactor(), myself())
    drawn = square(factor.address) if factor.address else None
    return view.form_page("second_step.html", form, factor=factor, drawn=drawn)
