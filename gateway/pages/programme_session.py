"""A session of a programme: which part of the day, for whom, on which days, from when to when (E7)."""

from flask import Blueprint, Response, flash, request

from contracts.enrolment.programme import PROGRAMME_OFFICE, WRITE_SESSION, Programme
from contracts.enrolment.session import GRADE_LABELS, SessionKind, WriteSession
from contracts.errors import Conflict, NotFound, ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.field import Option
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.pages.programme import ADDRESS, read
from gateway.pages.rules_desk import desk, stay

page = Blueprint("programme_session", __name__)
page.url_defaults(stay)
_CHANGES = "changes"
_ORDER = ("name", "kind", "grades", "weekdays")


def sent_form(programme_id: object, session_id: object | None = None) -> Form[WriteSession]:
    """Return the form as sent."""
    return _form(programme_id, session_id, request.form)


@page.get(f"{ADDRESS}/sessions/new")
@may(*PROGRAMME_OFFICE)
def ask_new(programme_id: object) -> Response:
    """Ask for one more session."""
    found = read(desk(*PROGRAMME_OFFICE), str(programme_id))
    usual = {
        "kind": SessionKind.AFTER_SCHOOL.value, "grades": found.grades, "weekdays": (1, 2, 3, 4, 5), _CHANGES: 0,
        "name": "" if found.sessions else "放学后",
    }
    return _page(_form(programme_id, None, given_from(usual)), found)


@page.get(f"{ADDRESS}/sessions/<uuid:session_id>")
@may(*PROGRAMME_OFFICE)
def ask(programme_id: object, session_id: object) -> Response:
    """Ask what a session is to be instead."""
    found = read(desk(*PROGRAMME_OFFICE), str(programme_id))
    said = next((one for one in found.sessions if one.session_id == str(session_id)), None)
    if said is None:
        raise NotFound
    return _page(_form(programme_id, session_id, given_from(said.dump())), found)


@page.post(f"{ADDRESS}/sessions/new")
@may(*PROGRAMME_OFFICE, form=sent_form)
def write_new(programme_id: object) -> Response:
    """Add the session, or show the form again."""
    return _written(programme_id, sent_form(programme_id))


@page.post(f"{ADDRESS}/sessions/<uuid:session_id>")
@may(*PROGRAMME_OFFICE, form=sent_form)
def write(programme_id: object, session_id: object) -> Response:
    """Let the session be so, or show the form again."""
    return _written(programme_id, sent_form(programme_id, session_id))


def _written(programme_id: object, form: Form[WriteSession]) -> Response:
    try:
        here.houses().ask(WRITE_SESSION, form.load(), desk(*PROGRAMME_OFFICE).actor, key=form.key)
    except ServiceError as problem:
        return _again(programme_id, form.refused(problem))
    flash("时段已经写进方案", "done")
    return view.go("programme.one", programme_id=programme_id)


def _again(programme_id: object, form: Form[WriteSession]) -> Response:
    """Show the refused form; after somebody else's change it is about the session as it stands now."""
    here.houses().patience.shorten()
    try:
        found = read(desk(*PROGRAMME_OFFICE), str(programme_id))
    except ServiceError:
        return view.returned(form)
    stands = next((one for one in found.sessions if one.session_id == form.questions.fixed.get("session_id")), None)
    if stands and isinstance(form.problem, Conflict):
        form.given = form.given.copy()
        form.given[_CHANGES] = str(stands.changes)
    return _page(form, found)


def _form(programme_id: object, session_id: object | None, given: Given) -> Form[WriteSession]:
    fixed = {"programme_id": str(programme_id)} | ({"session_id": str(session_id)} if session_id else {})
    questions = Questions(
        message=WriteSession, title="修改时段" if session_id else "加一个时段", action="写进方案", fixed=fixed,
        hidden=(_CHANGES,), order=_ORDER,
    )
    return Form(questions, given)


def _page(form: Form[WriteSession], found: Programme) -> Response:
    form.questions.options["grades"] = grade_options(found)
    return view.form_page("programme_form.html", form, programme=found)


def grade_options(found: Programme) -> tuple[Option, ...]:
    """Return the grades that have pupils, and those that are spoken of already."""
    spoken_of = [one.grades for one in found.sessions] + [one.grades for one in found.offerings]
    known = {*found.grades, *(grade for grades in spoken_of for grade in grades)}
    return tuple(Option(value=str(grade), label=GRADE_LABELS[grade]) for grade in sorted(known))
