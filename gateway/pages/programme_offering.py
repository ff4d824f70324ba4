"""An offering of a programme: what it is, for whom, when, where, and by whom (E8, E9)."""

from flask import Blueprint, Response, flash, request

from contracts.enrolment.offering import OfferingSort
from contracts.enrolment.planned import Described, WriteOffering
from contracts.enrolment.programme import PROGRAMME_OFFICE, WRITE_OFFERING, Programme
from contracts.errors import Conflict, NotFound, ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.field import Option
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.pages.programme import ADDRESS, named, read
from gateway.pages.programme_session import grade_options
from gateway.pages.rules_desk import Desk, desk, stay
from gateway.roll import roll
from gateway.texts.programme import hours

page = Blueprint("programme_offering", __name__)
page.url_defaults(stay)
_CHANGES = "changes"


def sent_form(programme_id: object, offering_id: object | None = None) -> Form[WriteOffering]:
    """Return the form as sent, without the sessions and colleagues whom only enrolment knows."""
    return _form(programme_id, offering_id, request.form)


@page.get(f"{ADDRESS}/offerings/new")
@may(*PROGRAMME_OFFICE)
def ask_new(programme_id: object) -> Response:
    """Ask for one more offering."""
    at = desk(*PROGRAMME_OFFICE)
    found = read(at, str(programme_id))
    if not found.sessions:
        return view.go("programme_session.ask_new", programme_id=programme_id)
    first = found.sessions[0]
    usual = {
        "sort": OfferingSort.CLUB.value if found.offerings else OfferingSort.BASIC_CARE.value, _CHANGES: 0,
        "session_id": first.session_id, "grades": first.grades, "fee_yuan": 0,
        "weekdays": () if found.offerings else first.weekdays,
    }
    return _page(_form(programme_id, None, given_from(usual)), found, at)


@page.get(f"{ADDRESS}/offerings/<uuid:offering_id>")
@may(*PROGRAMME_OFFICE)
def ask(programme_id: object, offering_id: object) -> Response:
    """Ask what an offering is to be instead."""
    at = desk(*PROGRAMME_OFFICE)
    found = read(at, str(programme_id))
    said = next((one for one in found.offerings if one.offering_id == str(offering_id)), None)
    if said is None:
        raise NotFound
    asked = {name: value for name, value in said.dump().items() if name in (*Described.__dataclass_fields__, _CHANGES)}
    return _page(_form(programme_id, offering_id, given_from(asked)), found, at)


@page.post(f"{ADDRESS}/offerings/new")
@may(*PROGRAMME_OFFICE, form=sent_form)
def write_new(programme_id: object) -> Response:
    """Add the offering, or show the form again."""
    return _written(programme_id, sent_form(programme_id))


@page.post(f"{ADDRESS}/offerings/<uuid:offering_id>")
@may(*PROGRAMME_OFFICE, form=sent_form)
def write(programme_id: object, offering_id: object) -> Response:
    """Let the offering be so, or show the form again."""
    return _written(programme_id, sent_form(programme_id, offering_id))


def _written(programme_id: object, form: Form[WriteOffering]) -> Response:
    try:
        here.houses().ask(WRITE_OFFERING, form.load(), desk(*PROGRAMME_OFFICE).actor, key=form.key)
    except ServiceError as problem:
        return _again(programme_id, form.refused(problem))
    flash("项目已经写进方案", "done")
    return view.go("programme.one", programme_id=programme_id)


def _again(programme_id: object, form: Form[WriteOffering]) -> Response:
    """Show the refused form; after somebody else's change it is about the offering as it stands now."""
    here.houses().patience.shorten()
    at = desk(*PROGRAMME_OFFICE)
    try:
        found = read(at, str(programme_id))
    except ServiceError:
        return view.returned(form)
    stands = next((one for one in found.offerings if one.offering_id == form.questions.fixed.get("offering_id")), None)
    if stands and isinstance(form.problem, Conflict):
        form.given = form.given.copy()
        form.given[_CHANGES] = str(stands.changes)
    return _page(form, found, at)


def _form(programme_id: object, offering_id: object | None, given: Given) -> Form[WriteOffering]:
    fixed = {"programme_id": str(programme_id)} | ({"offering_id": str(offering_id)} if offering_id else {})
    questions = Questions(
        message=WriteOffering, title="修改项目" if offering_id else "加一个项目", action="写进方案", fixed=fixed,
        hidden=(_CHANGES,),
    )
    return Form(questions, given)


def _page(form: Form[WriteOffering], found: Programme, at: Desk) -> Response:
    names = named(at, found)
    colleagues = sorted(
        (Option(value=person_id, label=names.person(person_id)) for person_id in found.colleagues),
        key=lambda one: one.label,
    )
    form.questions.options.update({
        "session_id": tuple(
            Option(value=one.session_id, label=one.name, hint=hours(one)) for one in found.sessions
        ),
        "grades": grade_options(found), "lead_id": tuple(colleagues), "cover_id": tuple(colleagues),
    })
    placed = form.problem.details.get("pupil_ids", []) if form.problem else []
    return view.form_page(
        "programme_form.html", form, programme=found, placed=placed,
        pupils=roll((at.actor,), pupil_ids=placed) if placed else None,
    )
