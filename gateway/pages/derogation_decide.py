"""The district's decision on a school's request, in words that everybody may read."""

from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.actor import Role
from contracts.errors import NotFound, ServiceError
from contracts.rulebook.derogation import DECIDE_DEROGATION, DecideDerogation, Decision, DerogationState
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.pages.derogations import found_at
from gateway.pages.rules_desk import desk, stay
from gateway.roll import roll
from gateway.texts.rules import DEROGATIONS as STATES

page = Blueprint("derogation_decide", __name__)
page.url_defaults(stay)
_DONE = {Decision.GRANT: "已经准予，各处马上按准予的判断", Decision.REFUSE: "没有准予，学校会看到理由"}


def sent_form(request_id: UUID) -> Form[DecideDerogation]:
    """Return the decision as sent."""
    return _form(request_id, request.form)


@page.get("/rules/derogations/<uuid:request_id>")
@may(Role.DISTRICT_OFFICE)
def ask(request_id: UUID) -> Response:
    """Show what a school asks for, and ask for the decision."""
    return _page(request_id, _form(request_id, Given()))


@page.post("/rules/derogations/<uuid:request_id>")
@may(Role.DISTRICT_OFFICE, form=sent_form)
def decide(request_id: UUID) -> Response:
    """Decide, or show the form again with what is in the way."""
    form = sent_form(request_id)
    try:
        said = form.load()
        here.houses().ask(DECIDE_DEROGATION, said, desk(Role.DISTRICT_OFFICE).actor, key=form.key)
    except ServiceError as problem:
        here.houses().patience.shorten()
        return _again(request_id, form.refused(problem))
    flash(_DONE[said.decision], "done")
    return view.go("derogations.every")


def _again(request_id: UUID, form: Form[DecideDerogation]) -> Response:
    try:
        return _page(request_id, form)
    except ServiceError:
        return view.returned(form)


def _form(request_id: UUID, given: Given) -> Form[DecideDerogation]:
    fixed = {"request_id": str(request_id)}
    return Form(Questions(message=DecideDerogation, title="学校申请放宽", action="提交决定", fixed=fixed), given)


def _page(request_id: UUID, form: Form[DecideDerogation]) -> Response:
    at = desk(Role.DISTRICT_OFFICE)
    of = next((each for each in found_at(at).derogations if each.request_id == str(request_id)), None)
    if of is None:
        raise NotFound
    names = roll((at.actor,), school_ids=[of.school_id])
    return view.form_page(
        "derogation_decide.html", form, of=of, names=names, states=STATES, waits=of.state is DerogationState.ASKED
    )
