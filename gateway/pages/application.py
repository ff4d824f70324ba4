"""One application as its family sees it: where it is, what it holds, and how to take it back."""

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.actor import Role
from contracts.enrolment.application import READ, WITHDRAW, ReadApplication, WithdrawApplication
from contracts.enrolment.approval import REMIND, RemindApproval
from contracts.enrolment.ground import GROUND_LABELS
from contracts.errors import ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.pages.track import ways_of
from gateway.roll import roll
from plumbing.ids import new_id

page = Blueprint("application", __name__)


def sent_form(application_id: UUID) -> Form[WithdrawApplication]:
    """Return the form as sent."""
    return _form(application_id, request.form)


def sent_reminder(application_id: UUID) -> Form[RemindApproval]:
    """Return the form of a reminder as sent."""
    fixed = {"application_id": str(application_id)}
    return Form(Questions(message=RemindApproval, title="课后服务申请", action="催一下", fixed=fixed), request.form)


@page.get("/family/applications/<uuid:application_id>")
@may(Role.GUARDIAN)
def read(application_id: UUID) -> Response:
    """Show the application and its way so far."""
    return _page(_form(application_id, Given()), application_id)


@page.post("/family/applications/<uuid:application_id>")
@may(Role.GUARDIAN, form=sent_form)
def withdraw(application_id: UUID) -> Response:
    """Take the application back; its places go to the next in line."""
    form = sent_form(application_id)
    actors = here.caller().actors(Role.GUARDIAN)
    try:
        actor = here.houses().where(READ, ReadApplication(application_id=str(application_id)), actors)
        here.houses().ask(WITHDRAW, form.load(), actor, key=form.key)
    except ServiceError as problem:
        here.houses().patience.shorten()
        return _again(form.refused(problem), application_id)
    flash("申请已撤回", "done")
    return view.go("application.read", application_id=application_id)


@page.post("/family/applications/<uuid:application_id>/remind")
@may(Role.GUARDIAN, form=sent_reminder)
def remind(application_id: UUID) -> Response:
    """Ask those who have it to decide, or say why that cannot be done now."""
    form = sent_reminder(application_id)
    actors = here.caller().actors(Role.GUARDIAN)
    try:
        actor = here.houses().where(READ, ReadApplication(application_id=str(application_id)), actors)
        here.houses().ask(REMIND, form.load(), actor, key=form.key)
    except ServiceError as problem:
        here.houses().patience.shorten()
        return _again(form.refused(problem), application_id)
    flash("已经催过了，办理的老师会收到消息", "done")
    return view.go("application.read", application_id=application_id)


def _again(form: Form[Any], application_id: UUID) -> Response:
    try:
        return _page(form, application_id)
    except ServiceError:
        return view.returned(form)


def _form(application_id: UUID, given: Given) -> Form[WithdrawApplication]:
    fixed = {"application_id": str(application_id)}
    return Form(Questions(message=WithdrawApplication, title="课后服务申请", action="撤回申请", fixed=fixed), given)


def _page(form: Form[Any], application_id: UUID) -> Response:
    ask = ReadApplication(application_id=str(application_id))
    found, actor = here.houses().first(READ, ask, here.caller().actors(Role.GUARDIAN))
    names = roll((actor,), pupil_ids=[found.pupil_id], class_ids=[found.class_id])
    return view.form_page(
        "application.html", form, application=found, own_ways=ways_of(found), names=names,
        remind_key=new_id(), grounds=GROUND_LABELS,
    )
