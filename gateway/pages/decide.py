"""The decision of whoever's turn it is on one application; a rejection or a return says why (E4)."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.enrolment.application import DECIDERS, READ, Application, ReadApplication
from contracts.enrolment.approval import DECIDE, Decide, Decision
from contracts.enrolment.ground import GROUND_LABELS
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.part import KIND_LABELS, Part, Said, Stop
from contracts.errors import ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.field import Option
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.language import phrase
from gateway.pages.track import DONE, ways_of
from gateway.roll import roll

page = Blueprint("decide", __name__)
_SYSTEM, _A_CHOICE = "system", 2
_DONE = {
    Decision.APPROVE: "已同意；最后一步同意以后，名额自动安排，家长会收到消息",
    Decision.RETURN: "已经退回，理由写在申请里", Decision.REJECT: "没有同意，家长会看到理由",
}


def sent_form(application_id: UUID) -> Form[Decide]:
    """Return the form as sent."""
    return _form(application_id, request.form)


@page.get("/applications/<uuid:application_id>")
@may(*DECIDERS)
def ask(application_id: UUID) -> Response:
    """Show the application and ask for the decision."""
    return _page(_form(application_id, Given()), application_id)


@page.post("/applications/<uuid:application_id>")
@may(*DECIDERS, form=sent_form)
def decide(application_id: UUID) -> Response:
    """Decide, or show the form again with what is missing or has changed."""
    form = sent_form(application_id)
    actors = here.caller().actors(*DECIDERS)
    try:
        said = form.load()
        actor = here.houses().where(READ, ReadApplication(application_id=str(application_id)), actors)
        here.houses().ask(DECIDE, said, actor, key=form.key)
    except ServiceError as problem:
        here.houses().patience.shorten()
        return _again(form.refused(problem), application_id)
    flash(_DONE[said.decision], "done")
    return view.go("applications.waiting")


def _again(form: Form[Decide], application_id: UUID) -> Response:
    try:
        return _page(form, application_id)
    except ServiceError:
        return view.returned(form)


def _form(application_id: UUID, given: Given, found: Application | None = None) -> Form[Decide]:
    return Form(_questions(application_id, found), given)


def _questions(application_id: UUID, found: Application | None) -> Questions[Decide]:
    """Nobody is asked where there is nothing to choose; what was chosen is carried along where nothing is known."""
    asked = Questions(
        message=Decide, title="审核课后服务申请", action="提交决定", fixed={"application_id": str(application_id)}
    )
    if found is None:
        return replace(asked, hidden=("to",))
    kinds = tuple(Option(value=str(part.kind), label=KIND_LABELS[part.kind]) for part in found.parts if part.mine)
    options = {"kinds": kinds, "to": _earlier(found)}
    unasked = {name for name, choices in options.items() if len(choices) < _A_CHOICE}
    if not any(part.mine and part.kind is OfferingKind.BASIC_CARE for part in found.parts):
        unasked.add("ground")
    return replace(asked, unasked=frozenset(unasked), options=options)


def _earlier(found: Application) -> tuple[Option, ...]:
    """Return where what waits for the person can be returned to: a step that is done, or the family."""
    done = {
        stop.key: stop.name for part in found.parts if part.mine
        for stop in part.stops if stop.standing == DONE
    }
    return (*(Option(value=key, label=name) for key, name in done.items()), Option(value="", label="家长"))


def _page(form: Form[Decide], application_id: UUID) -> Response:
    look_for = ReadApplication(application_id=str(application_id))
    found, actor = here.houses().first(READ, look_for, here.caller().actors(*DECIDERS))
    every = [said for part in found.parts for said in _every(part)]
    people = {who for said in every for who in (said.actor, said.instead_of) if who not in (_SYSTEM, None)}
    names = roll(
        (actor,), pupil_ids=[found.pupil_id], class_ids=[found.class_id], person_ids=[found.applicant_id, *people]
    )

    def by_name(said: Said, _: Stop) -> str:
        who = "系统" if said.actor == _SYSTEM else names.person(said.actor)
        return phrase("{0}（代{1}）", who, names.person(said.instead_of)) if said.instead_of else who

    form.questions = _questions(application_id, found)
    return view.form_page(
        "decide.html", form, application=found, own_ways=ways_of(found, by_name), names=names,
        grounds=GROUND_LABELS,
    )


def _every(part: Part) -> Iterator[Said]:
    for stop in part.stops:
        yield from stop.said
    for back in part.backs:
        yield back.said
