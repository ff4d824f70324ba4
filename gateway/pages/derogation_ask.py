"""A school's request to be let off a norm above: which one, what is to hold instead, from when until when, and why."""

from flask import Blueprint, Response, flash, request

from contracts.actor import OFFICE
from contracts.errors import NotFound, ServiceError
from contracts.rulebook.derogation import ASK_DEROGATION, AskDerogation, Loosenable
from gateway import here, view
from gateway.access import may
from gateway.forms import words
from gateway.forms.field import Field
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.forms.spoken import question
from gateway.pages.derogations import found_at
from gateway.pages.rules_desk import Desk, desk, stay
from gateway.pages.rules_row_form import matter_of, vocabulary_of
from plumbing import clock

page = Blueprint("derogation_ask", __name__)
page.url_defaults(stay)
_LISTS = words.lists(AskDerogation)
_SCOPES = frozenset(_LISTS) - {"value"}
_ORDER = ("value", *sorted(_SCOPES), "effective_from", "effective_to", "reason")


def sent_form(layer: str, norm: str) -> Form[AskDerogation]:
    """Return the request as sent."""
    return _form(layer, norm, words.joined(request.form, _LISTS), words.lines(AskDerogation))


@page.get("/rules/derogations/ask")
@may(*OFFICE)
def choose() -> Response:
    """Ask which norm the school is to be let off."""
    return view.page("derogation_choose.html", loosenable=found_at(desk(*OFFICE)).loosenable)


@page.get("/rules/derogations/ask/<layer>/<norm>")
@may(*OFFICE)
def write(layer: str, norm: str) -> Response:
    """Ask for how long, why, and what is to hold instead."""
    at = desk(*OFFICE)
    of = _loosenable(at, layer, norm)
    return _page(_form(layer, norm, given_from({"effective_from": clock.today()}), _questions(at, of)), of)


@page.post("/rules/derogations/ask/<layer>/<norm>")
@may(*OFFICE, form=sent_form)
def send(layer: str, norm: str) -> Response:
    """Let it wait for the district, or show the form again."""
    at = desk(*OFFICE)
    of = _loosenable(at, layer, norm)
    form = _form(layer, norm, words.apart(request.form, _LISTS), _questions(at, of))
    try:
        here.houses().ask(ASK_DEROGATION, form.load(), at.actor, key=form.key)
    except ServiceError as problem:
        return _page(form.refused(problem), of)
    flash("已经向区县提出。准予以前，原来的规定照样执行", "done")
    return view.go("derogations.every")


def _loosenable(at: Desk, layer: str, norm: str) -> Loosenable:
    found = (one for one in found_at(at).loosenable if (one.layer, one.norm) == (layer, norm))
    of = next(found, None)
    if of is None:
        raise NotFound
    return of


def _questions(at: Desk, of: Loosenable) -> dict[str, Field]:
    """Return how a school is asked what is to hold instead, and for whom and when, in the words of the matter."""
    vocabulary = vocabulary_of(at)
    possible = {scope for measure in matter_of(vocabulary, of.about).measures for scope in measure.scopes}
    asked = AskDerogation.schema().fields
    scopes = {
        scope.name: question(scope, label=asked[scope.name].metadata["label"], hint="不选就是全部", several=True)
        for scope in vocabulary.scopes if scope.name in possible & _SCOPES
    }
    said = asked["value"].metadata
    value = Field(name="value", widget="text", label=said["label"], hint=said["hint"])
    return {"value": value, **scopes} if of.numeric else scopes


def _form(layer: str, norm: str, given: Given, instead: dict[str, Field]) -> Form[AskDerogation]:
    questions = Questions(
        message=AskDerogation, title="申请放宽", action="向区县提出", order=_ORDER,
        fixed={"layer": layer, "norm": norm}, instead=instead, unasked=frozenset(_LISTS) - set(instead),
    )
    return Form(questions, given)


def _page(form: Form[AskDerogation], of: Loosenable) -> Response:
    return view.form_page("derogation_ask.html", form, of=of)
