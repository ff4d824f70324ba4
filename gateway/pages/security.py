"""登录安全: the office says whether its staff need the second step, and sees who has not turned it on."""

from flask import Blueprint, Response, flash, request

from contracts.actor import OFFICE, Actor
from contracts.directory.security import DEMAND_SECOND_FACTOR, SECURITY, DemandSecondFactor, ReadSecurity
from contracts.errors import ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions

page = Blueprint("security", __name__)


def sent_form() -> Form[DemandSecondFactor]:
    """Return the form as sent."""
    return _form(request.form)


@page.get("/school/security")
@may(*OFFICE)
def ask() -> Response:
    """Show what is asked of the staff, and of whom it is still to come."""
    return _page(_form(given_from({"grace_days": 14})))


@page.post("/school/security")
@may(*OFFICE, form=sent_form)
def demand() -> Response:
    """Ask for it, or leave it to each."""
    form = sent_form()
    try:
        stands = here.houses().ask(DEMAND_SECOND_FACTOR, form.load(), _actor(), key=form.key)
    except ServiceError as problem:
        here.houses().patience.shorten()
        return _again(form.refused(problem))
    flash("已经要求在职人员打开两步验证" if stands.second_factor_from else "现在由每个人自己决定", "done")
    return view.go("security.ask")


def _actor() -> Actor:
    return here.caller().actors(*OFFICE)[0]


def _form(given: Given) -> Form[DemandSecondFactor]:
    return Form(Questions(message=DemandSecondFactor, title="登录安全", action="保存"), given)


def _again(form: Form[DemandSecondFactor]) -> Response:
    try:
        return _page(form)
    except ServiceError:
        return view.returned(form)


def _page(form: Form[DemandSecondFactor]) -> Response:
    found = here.houses().ask(SECURITY, ReadSecurity(), _actor())
    return view.form_page("security.html", form, found=found)
