"""What was returned to a family, changed by it and handed in again (E3, E4)."""

from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.actor import Actor, Role
from contracts.enrolment.application import CHANGE, READ, Application, ChangeApplication, ReadApplication
from contracts.enrolment.offering import OFFERINGS, ListOfferings, OfferingKind, Offerings
from contracts.enrolment.part import ApplicationState
from contracts.errors import ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.pages.choices import clubs, days
from gateway.roll import roll

page = Blueprint("application_change", __name__)
_ASKED_BY = {OfferingKind.BASIC_CARE: "care_weekdays", OfferingKind.CLUB: "club_ids"}


def sent_form(application_id: UUID) -> Form[ChangeApplication]:
    """Return the form as sent, without the choices that only enrolment knows."""
    return Form(_questions(application_id), request.form)


@page.get("/family/applications/<uuid:application_id>/change")
@may(Role.GUARDIAN)
def ask(application_id: UUID) -> Response:
    """Ask once more for what was returned; what was chosen before is chosen."""
    found, actor = _found(application_id)
    return _page(Form(_questions(application_id), _chosen(found)), found, actor)


@page.post("/family/applications/<uuid:application_id>/change")
@may(Role.GUARDIAN, form=sent_form)
def change(application_id: UUID) -> Response:
    """Hand it in again, or show the form once more with what stands in the way."""
    form = sent_form(application_id)
    try:
        _, actor = _found(application_id)
        here.houses().ask(CHANGE, form.load(), actor, key=form.key)
    except ServiceError as problem:
        here.houses().patience.shorten()
        return _again(form.refused(problem), application_id)
    flash("已重新提交，学校审核后会告诉您", "done")
    return view.go("application.read", application_id=application_id)


def _again(form: Form[ChangeApplication], application_id: UUID) -> Response:
    try:
        return _page(form, *_found(application_id))
    except ServiceError:
        return view.returned(form)


def _found(application_id: UUID) -> tuple[Application, Actor]:
    look_for = ReadApplication(application_id=str(application_id))
    return here.houses().first(READ, look_for, here.caller().actors(Role.GUARDIAN))


def _chosen(found: Application) -> Given:
    """Return what the application asks for so far, as if it had been typed."""
    care = [day for place in found.places if place.kind is OfferingKind.BASIC_CARE for day in place.weekdays]
    clubs = [place.offering_id for place in found.places if place.kind is OfferingKind.CLUB]
    return Given([*(("care_weekdays", str(day)) for day in care), *(("club_ids", club) for club in clubs)])


def _questions(
    application_id: UUID, found: Application | None = None, offered: Offerings | None = None
) -> Questions[ChangeApplication]:
    """Only what was returned is asked for; without the offerings a club is carried along unseen."""
    stays = {part.kind for part in found.parts if part.state is not ApplicationState.RETURNED} if found else set()
    asked_for = {part.kind for part in found.parts} if found else set(_ASKED_BY)
    unasked = {field for kind, field in _ASKED_BY.items() if kind in stays or kind not in asked_for}
    return Questions(
        message=ChangeApplication, title="修改申请", action="重新提交",
        fixed={"application_id": str(application_id)}, unasked=frozenset(unasked),
        hidden=() if offered or "club_ids" in unasked else ("club_ids",),
        options={"care_weekdays": days(offered), "club_ids": clubs(offered)} if offered else {},
    )


def _page(form: Form[ChangeApplication], found: Application, actor: Actor) -> Response:
    in_its_term = ListOfferings(pupil_id=found.pupil_id, application_id=found.application_id)
    offered = here.houses().ask(OFFERINGS, in_its_term, actor)
    form.questions = _questions(UUID(found.application_id), found, offered)
    names = roll((actor,), pupil_ids=[found.pupil_id])
    return view.form_page("application_change.html", form, application=found, names=names)
