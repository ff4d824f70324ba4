"""课后服务方案: the terms of a school, each with its programme or the way to begin one."""

from flask import Blueprint, Response, flash, request

from contracts.enrolment.programme import (
    OPEN_PROGRAMME,
    PROGRAMME_OFFICE,
    PROGRAMMES,
    ListProgrammes,
    OpenProgramme,
    Programmes,
)
from contracts.errors import ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.questions import Questions
from gateway.pages.rules_desk import Desk, desk, desks, stay
from plumbing.ids import new_id

page = Blueprint("programmes", __name__)
page.url_defaults(stay)


def sent_form() -> Form[OpenProgramme]:
    """Return the form that begins a programme, as sent."""
    asked = Questions(message=OpenProgramme, title="课后服务方案", action="开始写方案", hidden=("term", "like"))
    return Form(asked, request.form)


@page.get("/after-school/programmes")
@may(*PROGRAMME_OFFICE)
def every() -> Response:
    """Show the terms."""
    at = desk(*PROGRAMME_OFFICE)
    return _page(at, read(at))


@page.post("/after-school/programmes")
@may(*PROGRAMME_OFFICE, form=sent_form)
def begin() -> Response:
    """Begin the programme of a term, empty or like an earlier one."""
    at, form = desk(*PROGRAMME_OFFICE), sent_form()
    try:
        begun = here.houses().ask(OPEN_PROGRAMME, form.load(), at.actor, key=form.key)
    except ServiceError as problem:
        return _again(at, form.refused(problem))
    flash("方案已经开始，公布以前家长看不到", "done")
    return view.go("programme.one", programme_id=begun.programme_id)


def read(at: Desk) -> Programmes:
    """Return the terms of the desk's school."""
    return here.houses().ask(PROGRAMMES, ListProgrammes(), at.actor)


def _again(at: Desk, form: Form[OpenProgramme]) -> Response:
    here.houses().patience.shorten()
    try:
        return _page(at, read(at), form)
    except ServiceError:
        return view.returned(form)


def _page(at: Desk, found: Programmes, refused: Form[OpenProgramme] | None = None) -> Response:
    form = refused or sent_form()
    latest = next((term for term in found.terms if term.programme_id), None)
    return view.form_page(
        "programmes.html", form, desk=at, desks=desks(*PROGRAMME_OFFICE), terms=found.terms, latest=latest,
        keys=[new_id() for _ in range(2 * len(found.terms))],
    )
