"""One programme: its week, its sessions and offerings, what the norms say of it, and what can be done."""

from typing import Any

from flask import Blueprint, Response, flash, request

from contracts.call import Call
from contracts.enrolment.planned import SORT_LABELS, DropOffering
from contracts.enrolment.programme import (
    DROP_OFFERING,
    DROP_SESSION,
    PROGRAMME,
    PROGRAMME_OFFICE,
    Programme,
    ReadProgramme,
)
from contracts.enrolment.session import SESSION_LABELS, DropSession
from contracts.errors import ServiceError
from contracts.message import Message
from contracts.notify.message import RECEIPTS, CountReceipts
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.houses import Later
from gateway.pages.rules_desk import Desk, desk, stay
from gateway.roll import Roll, roll
from gateway.texts.programme import whereabouts
from plumbing.ids import new_id

page = Blueprint("programme", __name__)
page.url_defaults(stay)
ADDRESS = "/after-school/programmes/<uuid:programme_id>"


def sent_session(programme_id: object) -> Form[DropSession]:
    """Return the form that drops a session, as sent."""
    return _dropping(DropSession, "session_id")


def sent_offering(programme_id: object) -> Form[DropOffering]:
    """Return the form that drops an offering, as sent."""
    return _dropping(DropOffering, "offering_id")


@page.get(ADDRESS)
@may(*PROGRAMME_OFFICE)
def one(programme_id: object) -> Response:
    """Show the programme."""
    return _page(str(programme_id), Form(Questions(message=ReadProgramme, title="", action=""), Given()))


@page.post(f"{ADDRESS}/sessions/drop")
@may(*PROGRAMME_OFFICE, form=sent_session)
def drop_session(programme_id: object) -> Response:
    """Drop a session, or show what stands in the way."""
    return _done(str(programme_id), DROP_SESSION, sent_session(programme_id), "时段已经去掉")


@page.post(f"{ADDRESS}/offerings/drop")
@may(*PROGRAMME_OFFICE, form=sent_offering)
def drop_offering(programme_id: object) -> Response:
    """Drop an offering, or show what stands in the way."""
    return _done(str(programme_id), DROP_OFFERING, sent_offering(programme_id), "项目已经去掉")


def read(at: Desk, programme_id: str) -> Programme:
    """Return a programme of the desk's school. Raises NotFound."""
    return here.houses().ask(PROGRAMME, ReadProgramme(programme_id=programme_id), at.actor)


def named(at: Desk, programme: Programme) -> Roll:
    """Return the names of whoever may be, or is, named in a programme."""
    people = [*programme.colleagues, *(p for one in programme.offerings for p in (one.lead_id, one.cover_id) if p)]
    return roll((at.actor,), person_ids=people)


def _dropping(message: type[Any], name: str) -> Form[Any]:
    asked = Questions(message=message, title="课后服务方案", action="去掉", hidden=(name, "changes"))
    return Form(asked, request.form)


def _done(programme_id: str, call: Call[Message, Programme], form: Form[Any], said: str) -> Response:
    try:
        here.houses().ask(call, form.load(), desk(*PROGRAMME_OFFICE).actor, key=form.key)
    except ServiceError as problem:
        return _again(programme_id, form.refused(problem))
    flash(said, "done")
    return view.go(".one", programme_id=programme_id)


def _again(programme_id: str, form: Form[Any]) -> Response:
    here.houses().patience.shorten()
    try:
        return _page(programme_id, form)
    except ServiceError:
        return view.returned(form)


def _page(programme_id: str, form: Form[Any]) -> Response:
    at = desk(*PROGRAMME_OFFICE)
    told: Later[Any] = here.houses().later(RECEIPTS, CountReceipts(about_ids=(programme_id,)), at.actor)
    found = read(at, programme_id)
    titles = {offering.offering_id: offering.title for offering in found.offerings}
    receipts = told.or_none()
    return view.form_page(
        "programme.html", form, desk=at, programme=found, names=named(at, found), titles=titles,
        sessions={session.session_id: session for session in found.sessions}, sorts=SORT_LABELS, kinds=SESSION_LABELS,
        where=lambda one: whereabouts(one.where, titles),
        receipt=receipts.counts[0] if receipts and receipts.counts else None,
        barred=bool(found.unanswered or found.clashes or any(one.finding.force == "refuse" for one in found.found)),
        keys=[new_id() for _ in (*found.sessions, *found.offerings)],
    )
