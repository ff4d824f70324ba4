"""A norm that a layer does not have yet: first what it is about, then what it looks at, then what it says."""

from flask import Blueprint, Response

from contracts.rulebook.draft import LAYER_OFFICE, WRITE_ROW, WriteRow
from gateway import view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.pages import rules_row_form
from gateway.pages.rules_desk import Desk, desk, stay
from gateway.pages.rules_draft import draft_of
from gateway.pages.rules_row_form import SEQUENCE, handed_back, matter_of, row_form, vocabulary_of
from plumbing import clock

page = Blueprint("rules_norm_new", __name__)
page.url_defaults(stay)
_TITLE = "新的规定"


def sent_form(about: str, measure: str) -> Form[WriteRow]:
    """Return the form as sent."""
    return handed_back(_TITLE, {"about": about, "measure": measure})


@page.get("/rules/draft/new")
@may(*LAYER_OFFICE)
def matters() -> Response:
    """Ask what the norm is to be about."""
    return view.page("rules_matters.html", matters=vocabulary_of(desk(*LAYER_OFFICE)).matters)


@page.get("/rules/draft/new/<about>")
@may(*LAYER_OFFICE)
def measures(about: str) -> Response:
    """Ask what the norm is to look at."""
    return view.page("rules_measures.html", matter=matter_of(vocabulary_of(desk(*LAYER_OFFICE)), about))


@page.get("/rules/draft/new/<about>/<measure>")
@may(*LAYER_OFFICE)
def ask(about: str, measure: str) -> Response:
    """Ask what the norm is to say."""
    at = desk(*LAYER_OFFICE)
    begun = {SEQUENCE: draft_of(at).sequence, "effective_from": clock.today(), "force": "refuse"}
    return rules_row_form.page(_form(at, about, measure, given_from(begun)))


@page.post("/rules/draft/new/<about>/<measure>")
@may(*LAYER_OFFICE, form=sent_form)
def write(about: str, measure: str) -> Response:
    """Write the norm into the draft, or show the form again."""
    at = desk(*LAYER_OFFICE)
    return rules_row_form.sent(at, WRITE_ROW, _form(at, about, measure, rules_row_form.as_sent()))


def _form(at: Desk, about: str, measure: str, given: Given) -> Form[WriteRow]:
    fixed = {"about": about, "measure": measure}
    return row_form(vocabulary_of(at), about, measure, fixed, given, _TITLE)
