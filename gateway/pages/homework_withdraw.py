"""撤回: a teacher takes a published piece back; the board keeps it, struck through, with the reason."""

from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.actor import Role
from contracts.errors import ServiceError
from contracts.homework.assignment import READ, WITHDRAW, ReadAssignment, WithdrawHomework
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.pages.own_piece import own_piece
from gateway.roll import roll

page = Blueprint("homework_withdraw", __name__)


def sent_form(assignment_id: UUID) -> Form[WithdrawHomework]:
    """Return the form as sent."""
    return _form(assignment_id, request.form)


@page.get("/homework/<uuid:assignment_id>/withdraw")
@may(Role.TEACHER)
def ask(assignment_id: UUID) -> Response:
    """Show what would be withdrawn, and ask why."""
    return _page(_form(assignment_id, Given()), assignment_id)


@page.post("/homework/<uuid:assignment_id>/withdraw")
@may(Role.TEACHER, form=sent_form)
def withdraw(assignment_id: UUID) -> Response:
    """Withdraw the piece, or show the form again with what forbids it."""
    form = sent_form(assignment_id)
    actors = here.caller().actors(Role.TEACHER)
    try:
        said = form.load()
        actor = here.houses().where(READ, ReadAssignment(assignment_id=str(assignment_id)), actors)
        here.houses().ask(WITHDRAW, said, actor, key=form.key)
    except ServiceError as problem:
        here.houses().patience.shorten()
        return _again(form.refused(problem), assignment_id)
    flash("已撤回，公示栏保留划线和理由", "done")
    return view.go("homework_one.read", assignment_id=assignment_id)


def _again(form: Form[WithdrawHomework], assignment_id: UUID) -> Response:
    try:
        return _page(form, assignment_id)
    except ServiceError:
        return view.returned(form)


def _form(assignment_id: UUID, given: Given) -> Form[WithdrawHomework]:
    fixed = {"assignment_id": str(assignment_id)}
    return Form(Questions(message=WithdrawHomework, title="撤回作业", action="撤回", fixed=fixed), given)


def _page(form: Form[WithdrawHomework], assignment_id: UUID) -> Response:
    piece, actor = own_piece(assignment_id)
    name = roll((actor,), class_ids=[piece.class_id]).class_name(piece.class_id)
    return view.form_page("homework_withdraw.html", form, piece=piece, class_name=name)
