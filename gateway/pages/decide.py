"""The head teacher's decision on one application; a rejection says why (E4)."""

from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.actor import Role
from contracts.enrolment.application import DECIDE, READ, Decide, Decision, ReadApplication
from contracts.errors import ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.pages.track import track_of
from gateway.roll import roll

page = Blueprint("decide", __name__)
_DONE = {Decision.APPROVE: "已同意，名额会自动安排，家长会收到消息", Decision.REJECT: "已退回，家长会看到理由"}


def sent_form(application_id: UUID) -> Form[Decide]:
    """Return the form as sent."""
    return _form(application_id, request.form)


@page.get("/class/applications/<uuid:application_id>")
@may(Role.HEAD_TEACHER)
def ask(application_id: UUID) -> Response:
    """Show the application and ask for the decision."""
    return _page(_form(application_id, Given()), application_id)


@page.post("/class/applications/<uuid:application_id>")
@may(Role.HEAD_TEACHER, form=sent_form)
def decide(application_id: UUID) -> Response:
    """Decide, or show the form again with what is missing or has changed."""
    form = sent_form(application_id)
    actors = here.caller().actors(Role.HEAD_TEACHER)
    try:
        said = form.load()
        actor = here.houses().where(READ, ReadApplication(application_id=str(application_id)), actors)
        here.houses().ask(DECIDE, said, actor, key=form.key)
    except ServiceError as problem:
        here.houses().patience.shorten()
        return _again(form.refused(problem), application_id)
    flash(_DONE[said.decision], "done")
    return view.go("class_applications.waiting")


def _again(form: Form[Decide], application_id: UUID) -> Response:
    try:
        return _page(form, application_id)
    except ServiceError:
        return view.returned(form)


def _form(application_id: UUID, given: Given) -> Form[Decide]:
    fixed = {"application_id": str(application_id)}
    return Form(Questions(message=Decide, title="审核课后服务申请", action="提交决定", fixed=fixed), given)


def _page(form: Form[Decide], application_id: UUID) -> Response:
    look_for = ReadApplication(application_id=str(application_id))
    found, actor = here.houses().first(READ, look_for, here.caller().actors(Role.HEAD_TEACHER))
    names = roll((actor,), pupil_ids=[found.pupil_id], class_ids=[found.class_id], person_ids=[found.applicant_id])
    return view.form_page("decide.html", form, application=found, stops=track_of(found), names=names)
