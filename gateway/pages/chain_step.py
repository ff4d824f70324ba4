"""One step of a chain: who decides it, until when, and what becomes of it otherwise."""

from flask import Blueprint, Response, flash, request

from contracts.actor import OFFICE
from contracts.errors import Conflict, NotFound, ServiceError
from contracts.rulebook.chain import ChainStep, LeftOut, WhenLate, WhenNobody, WhoSigns
from contracts.rulebook.chain_draft import WRITE_STEP, WriteStep
from gateway import here, view
from gateway.access import may
from gateway.forms.described import described
from gateway.forms.field import Option
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.pages.chains import affair_of, read
from gateway.pages.rules_desk import desk, stay

page = Blueprint("chain_step", __name__)
page.url_defaults(stay)
_SEQUENCE = "sequence"
_USUAL = {
    "signs": WhoSigns.ANY.value, "late": WhenLate.WAIT.value, "nobody": WhenNobody.WAIT.value,
    "left_out": LeftOut.NEVER.value,
}
_OTHERS = (*described(WriteStep)["superior"].options, Option(value="", label="没有"))


def sent_form(affair: str, place: int | None = None) -> Form[WriteStep]:
    """Return the form as sent."""
    return _form(affair, place, request.form)


@page.get("/rules/chains/<affair>/steps/new")
@may(*OFFICE)
def ask_new(affair: str) -> Response:
    """Ask for one more step."""
    found = read(desk(*OFFICE), affair_of(affair))
    return _page(_form(affair, None, given_from({_SEQUENCE: found.sequence, **_USUAL})), affair)


@page.get("/rules/chains/<affair>/steps/<int:place>")
@may(*OFFICE)
def ask(affair: str, place: int) -> Response:
    """Ask what a step is to be instead."""
    found = read(desk(*OFFICE), affair_of(affair))
    if not 1 <= place <= len(found.steps):
        raise NotFound
    said = _said(found.steps[place - 1])
    return _page(_form(affair, place, given_from({_SEQUENCE: found.sequence, **said})), affair)


@page.post("/rules/chains/<affair>/steps/new")
@may(*OFFICE, form=sent_form)
def write_new(affair: str) -> Response:
    """Add the step, or show the form again."""
    return _written(affair, sent_form(affair))


@page.post("/rules/chains/<affair>/steps/<int:place>")
@may(*OFFICE, form=sent_form)
def write(affair: str, place: int) -> Response:
    """Let the step be so, or show the form again."""
    return _written(affair, sent_form(affair, place))


def _written(affair: str, form: Form[WriteStep]) -> Response:
    at = desk(*OFFICE)
    try:
        here.houses().ask(WRITE_STEP, form.load(), at.actor, key=form.key)
    except ServiceError as problem:
        return _again(form.refused(problem), affair)
    flash("已经写进草稿，公布以前什么也没有改变", "done")
    return view.go("chains.one", affair=affair)


def _again(form: Form[WriteStep], affair: str) -> Response:
    """Show the refused form; after somebody else's change it is about the chain as it stands now."""
    here.houses().patience.shorten()
    if isinstance(form.problem, Conflict):
        try:
            form.given = form.given.copy()
            form.given[_SEQUENCE] = str(read(desk(*OFFICE), affair_of(affair)).sequence)
        except ServiceError:
            return view.returned(form)
    return _page(form, affair)


def _said(step: ChainStep) -> dict[str, object]:
    return {name: value for name, value in step.dump().items() if value is not None}


def _form(affair: str, place: int | None, given: Given) -> Form[WriteStep]:
    fixed = {"affair": affair_of(affair).value} | ({"place": str(place)} if place else {})
    questions = Questions(
        message=WriteStep, title="修改这一步" if place else "加一步", action="写进草稿", fixed=fixed,
        hidden=(_SEQUENCE,), options={"superior": _OTHERS, "fallback": _OTHERS},
    )
    return Form(questions, given)


def _page(form: Form[WriteStep], affair: str) -> Response:
    return view.form_page("chain_step.html", form, affair=affair)
