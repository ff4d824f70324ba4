"""审核: what waits for the decision of whoever is signed in, longest-waiting first; several approved at once."""

from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.enrolment.application import APPLICATIONS, DECIDERS, Application, ListApplications
from contracts.enrolment.approval import APPROVE_MANY, ApproveMany, ManyApproved
from contracts.errors import ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.language import phrase
from gateway.pages.rules_desk import desk, desks, stay
from gateway.pages.track import glances_of
from gateway.roll import roll
from plumbing import clock

page = Blueprint("applications", __name__)
page.url_defaults(stay)
_A_PAGE = 50


def sent_form() -> Form[ApproveMany]:
    """Return the form as sent."""
    return _form(request.form)


@page.get("/applications")
@may(*DECIDERS)
def waiting() -> Response:
    """Show what needs a decision, or all that may be seen, with every name in one call."""
    return _page(_form(Given()))


@page.post("/applications")
@may(*DECIDERS, form=sent_form)
def approve() -> Response:
    """Approve what was chosen; say of the rest why it was left."""
    form = sent_form()
    try:
        done = here.houses().ask(APPROVE_MANY, form.load(), desk(*DECIDERS).actor, key=form.key)
    except ServiceError as problem:
        here.houses().patience.shorten()
        return _again(form.refused(problem))
    flash(_told(done), "done")
    return view.go("applications.waiting")


def _again(form: Form[ApproveMany]) -> Response:
    try:
        return _page(form)
    except ServiceError:
        return view.returned(form)


def _told(done: ManyApproved) -> str:
    said = phrase("已同意 {0} 份", len(done.approved))
    return phrase("{0}；{1} 份没有办：{2}", said, len(done.left), done.left[0].words) if done.left else said


def _page(form: Form[ApproveMany]) -> Response:
    every, at = "all" in request.args, desk(*DECIDERS)
    before = request.args.get("before", type=UUID)
    ask = ListApplications(waiting_only=not every, before=str(before) if before else None)
    found = here.houses().ask(APPLICATIONS, ask, at.actor).applications
    names = roll((at.actor,), pupil_ids=[one.pupil_id for one in found], class_ids=[one.class_id for one in found])
    return view.form_page(
        "applications.html", form, applications=found, names=names, every=every, glances_of=glances_of, late=_late,
        chosen=frozenset(form.given.getlist("application_ids")), desk=at, desks=desks(*DECIDERS),
        further=found[-1].application_id if len(found) >= _A_PAGE else None,
    )


def _late(application: Application) -> bool:
    return any(part.mine and part.due is not None and part.due < clock.today() for part in application.parts)


def _form(given: Given) -> Form[ApproveMany]:
    return Form(Questions(message=ApproveMany, title="课后服务申请", action="同意选中的"), given)
