"""转给同事: an application that waits goes to a colleague, to be seen first or decided, and comes back (E4)."""

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.enrolment.application import DECIDERS
from contracts.enrolment.handing import HAND, HANDS, HOW_LABELS, TO_SOMEBODY, Hand, Hands, ReadHands
from contracts.errors import ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.field import Option
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.roll import Roll, roll

page = Blueprint("hand", __name__)


def sent_form(application_id: UUID) -> Form[Hand]:
    """Return the form as sent, without the colleagues whom only enrolment knows."""
    return _form(application_id, request.form)


@page.get("/applications/<uuid:application_id>/hand")
@may(*DECIDERS)
def ask(application_id: UUID) -> Response:
    """Ask where it is to go."""
    return _page(_form(application_id, Given()), application_id)


@page.post("/applications/<uuid:application_id>/hand")
@may(*DECIDERS, form=sent_form)
def hand(application_id: UUID) -> Response:
    """Let it go there, or show the form again with what is missing or has changed."""
    form = sent_form(application_id)
    actors = here.caller().actors(*DECIDERS)
    try:
        said = form.load()
        actor = here.houses().where(HANDS, ReadHands(application_id=str(application_id)), actors)
        here.houses().ask(HAND, said, actor, key=form.key)
    except ServiceError as problem:
        here.houses().patience.shorten()
        return _again(form.refused(problem), application_id)
    flash("已经办好，记在申请里；转到谁手里，谁就收到消息", "done")
    return view.go("applications.waiting")


def _again(form: Form[Hand], application_id: UUID) -> Response:
    try:
        return _page(form, application_id)
    except ServiceError:
        return view.returned(form)


def _form(application_id: UUID, given: Given) -> Form[Hand]:
    asked = Questions(
        message=Hand, title="转给同事", action="提交", fixed={"application_id": str(application_id)}, hidden=("to",)
    )
    return Form(asked, given)


def _page(form: Form[Hand], application_id: UUID) -> Response:
    ask = ReadHands(application_id=str(application_id))
    found, actor = here.houses().first(HANDS, ask, here.caller().actors(*DECIDERS))
    names = roll((actor,), pupil_ids=[found.pupil_id], person_ids=[*found.colleagues, *found.signers])
    form.questions = _known(form.questions, found, names)
    return view.form_page("hand.html", form, application_id=application_id, found=found, names=names)


def _known(asked: Questions[Hand], found: Hands, names: Roll) -> Questions[Hand]:
    ways = tuple(Option(value=str(how), label=HOW_LABELS[how]) for how in found.ways)
    people = sorted(
        (Option(value=who, label=names.person(who)) for who in {*found.colleagues, *found.signers}),
        key=lambda one: one.label,
    )
    if not TO_SOMEBODY & set(found.ways):
        return replace(asked, hidden=(), unasked=frozenset({"to"}), options={"how": ways})
    return replace(asked, hidden=(), options={"how": ways, "to": tuple(people)})
