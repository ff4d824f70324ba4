"""What is done about 两步验证 only with a code at hand: a new sheet of codes, and turning it off."""

from typing import Any

from flask import Blueprint, Response, flash, request

from contracts.actor import SIGNED_IN
from contracts.directory.second_factor import (
    END_SECOND_FACTOR,
    RENEW_RECOVERY_CODES,
    EndSecondFactor,
    RenewRecoveryCodes,
)
from contracts.errors import ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.pages.account import myself

page = Blueprint("second_step_code", __name__)
_RENEW = Questions(message=RenewRecoveryCodes, title="换一组备用码", action="换一组")
_END = Questions(message=EndSecondFactor, title="关闭两步验证", action="关闭")


def sent_renewal() -> Form[RenewRecoveryCodes]:
    """Return the form as sent."""
    return Form(_RENEW, request.form)


def sent_end() -> Form[EndSecondFactor]:
    """Return the form as sent."""
    return Form(_END, request.form)


@page.get("/account/second-step/codes")
@may(*SIGNED_IN)
def ask_renewal() -> Response:
    """Ask for the code that proves who wants a new sheet."""
    return _page(Form(_RENEW, Given()))


@page.post("/account/second-step/codes")
@may(*SIGNED_IN, form=sent_renewal)
def renew() -> Response:
    """Show ten new codes, this once; the old ones are void."""
    form = sent_renewal()
    try:
        made = here.houses().ask(RENEW_RECOVERY_CODES, form.load(), myself())
    except ServiceError as problem:
        return _page(form.refused(problem))
    return view.page("recovery_codes.html", codes=made.codes, heading="新的备用码")


@page.get("/account/second-step/end")
@may(*SIGNED_IN)
def ask_end() -> Response:
    """Ask for the code that proves who wants it off."""
    return _page(Form(_END, Given()))


@page.post("/account/second-step/end")
@may(*SIGNED_IN, form=sent_end)
def end() -> Response:
    """Ask for no code at sign-in any more."""
    form = sent_end()
    try:
        here.houses().ask(END_SECOND_FACTOR, form.load(), myself())
    except ServiceError as problem:
        return _page(form.refused(problem))
    flash("两步验证已经关闭", "done")
    return view.go("account.own")


def _page(form: Form[Any]) -> Response:
    return view.form_page("second_step_code.html", form)
