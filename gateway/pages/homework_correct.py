"""更正: a teacher replaces what a published piece says; the board shows that and why."""

from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.actor import Actor, Role
from contracts.errors import Conflict, ServiceError
from contracts.homework.assignment import CORRECT, READ, Assignment, CorrectHomework, ReadAssignment
from gateway import here, view
from gateway.access import may
from gateway.forms import offers
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.pages.own_piece import own_piece
from gateway.roll import roll

page = Blueprint("homework_correct", __name__)
ORDER = ("kind", "place", "content", "minutes", "reason")


def sent_form(assignment_id: UUID) -> Form[CorrectHomework]:
    """Return the form as sent, with a tapped offer in its place."""
    return _form(assignment_id, offers.taken(CorrectHomework, request.form))


@page.get("/homework/<uuid:assignment_id>/correct")
@may(Role.TEACHER)
def write(assignment_id: UUID) -> Response:
    """Show the piece as it stands, ready to be changed."""
    piece, actor = own_piece(assignment_id)
    return _page(_form(assignment_id, _as_it_stands(piece)), piece, actor)


@page.post("/homework/<uuid:assignment_id>/correct")
@may(Role.TEACHER, form=sent_form)
def correct(assignment_id: UUID) -> Response:
    """Correct the piece, or show the form again with what forbids it."""
    form = sent_form(assignment_id)
    actors = here.caller().actors(Role.TEACHER)
    try:
        ask = form.load()
        actor = here.houses().where(READ, ReadAssignment(assignment_id=str(assignment_id)), actors)
        here.houses().ask(CORRECT, ask, actor, key=form.key)
    except ServiceError as problem:
        return _again(form.refused(problem), assignment_id)
    flash("已更正，公示栏会显示更正和理由", "done")
    return view.go("homework_one.read", assignment_id=assignment_id)


def _again(form: Form[CorrectHomework], assignment_id: UUID) -> Response:
    """Show the refused form; after somebody else's change it is about the piece as it stands now."""
    here.houses().patience.shorten()
    try:
        piece, actor = own_piece(assignment_id)
    except ServiceError:
        return view.returned(form)
    if isinstance(form.problem, Conflict):
        form.given = form.given.copy()
        form.given["sequence"] = str(piece.sequence)
    return _page(form, piece, actor)


def _form(assignment_id: UUID, given: Given) -> Form[CorrectHomework]:
    questions = Questions(
        message=CorrectHomework, title="更正作业", action="更正", order=ORDER,
        fixed={"assignment_id": str(assignment_id)}, hidden=("sequence",),
    )
    return Form(questions, given)


def _as_it_stands(piece: Assignment) -> Given:
    plain = piece.dump()
    return given_from({name: plain[name] for name in ("sequence", "kind", "place", "minutes", "content")})


def _page(form: Form[CorrectHomework], piece: Assignment, actor: Actor) -> Response:
    name = roll((actor,), class_ids=[piece.class_id]).class_name(piece.class_id)
    return view.form_page("homework_correct.html", form, piece=piece, class_name=name)
