"""A row of a norm that the draft has: one more of them, one that changes, one that ends."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, request

from contracts.errors import NotFound
from contracts.rulebook.adoption import LayerDraft
from contracts.rulebook.draft import END_ROW, LAYER_OFFICE, WRITE_ROW, EndRow, WriteRow
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.pages import rules_row_form
from gateway.pages.rules_desk import Desk, desk, stay
from gateway.pages.rules_draft import draft_of
from gateway.pages.rules_row_form import SAVE, SEQUENCE, handed_back, row_form, vocabulary_of
from plumbing import clock

page = Blueprint("rules_row", __name__)
page.url_defaults(stay)
_ROWS = "/rules/draft/norms/<norm>/rows"
_OF_A_NORM = ("about", "measure", "bound")


def sent_row(norm: str, row: int | None = None) -> Form[WriteRow]:
    """Return the form of a row as sent."""
    return handed_back("修改规定", _place(norm, row), hidden=_OF_A_NORM)


def sent_end(norm: str, row: int) -> Form[EndRow]:
    """Return the form that ends a row, as sent."""
    return _ending(norm, row, request.form)


@page.get(f"{_ROWS}/new")
@may(*LAYER_OFFICE)
def ask_more(norm: str) -> Response:
    """Ask for one more row of a norm."""
    at = desk(*LAYER_OFFICE)
    found = draft_of(at)
    said = _norm(found, norm)
    begun = {SEQUENCE: found.sequence, "title": said["title"], "force": said["force"]}
    return rules_row_form.page(_form(at, said, None, given_from(begun)))


@page.post(f"{_ROWS}/new")
@may(*LAYER_OFFICE, form=sent_row)
def write_more(norm: str) -> Response:
    """Write the row into the draft, or show the form again."""
    at = desk(*LAYER_OFFICE)
    form = _form(at, _norm(draft_of(at), norm), None, rules_row_form.as_sent())
    return rules_row_form.sent(at, WRITE_ROW, form)


@page.get(f"{_ROWS}/<int:row>")
@may(*LAYER_OFFICE)
def ask_change(norm: str, row: int) -> Response:
    """Ask what a row is to say instead."""
    at = desk(*LAYER_OFFICE)
    found = draft_of(at)
    said = _norm(found, norm)
    return rules_row_form.page(_form(at, said, row, _as_it_is(found.sequence, said, _row(said, row))))


@page.post(f"{_ROWS}/<int:row>")
@may(*LAYER_OFFICE, form=sent_row)
def change(norm: str, row: int) -> Response:
    """Write into the draft what the row is to say, or show the form again."""
    at = desk(*LAYER_OFFICE)
    form = _form(at, _norm(draft_of(at), norm), row, rules_row_form.as_sent())
    return rules_row_form.sent(at, WRITE_ROW, form)


@page.get(f"{_ROWS}/<int:row>/end")
@may(*LAYER_OFFICE)
def ask_end(norm: str, row: int) -> Response:
    """Ask on which day the row is true for the last time."""
    found = draft_of(desk(*LAYER_OFFICE))
    _row(_norm(found, norm), row)
    return rules_row_form.page(_ending(norm, row, given_from({SEQUENCE: found.sequence})), _line(found, norm, row))


@page.post(f"{_ROWS}/<int:row>/end")
@may(*LAYER_OFFICE, form=sent_end)
def end(norm: str, row: int) -> Response:
    """Let the row end in the draft, or show the form again."""
    at = desk(*LAYER_OFFICE)
    return rules_row_form.sent(at, END_ROW, sent_end(norm, row), _line(draft_of(at), norm, row))


def _norm(found: LayerDraft, key: str) -> dict[str, Any]:
    said = next((norm for norm in found.norms if norm["key"] == key), None)
    if said is None:
        raise NotFound
    return said


def _row(said: Mapping[str, Any], row: int) -> dict[str, Any]:
    if not 1 <= row <= len(said["rows"]):
        raise NotFound
    return dict(said["rows"][row - 1])


def _line(found: LayerDraft, norm: str, row: int) -> str:
    lines = (line.after for line in found.lines if (line.norm, line.row) == (norm, row) and line.after)
    return next(lines, "")


def _as_it_is(sequence: int, said: Mapping[str, Any], row: dict[str, Any]) -> Given:
    """Return the form filled in with what the row says; one that has begun waits for the day of its successor."""
    if row["effective_from"] <= clock.today().isoformat():
        del row["effective_from"]
    return given_from({SEQUENCE: sequence, "title": said["title"], "force": said["force"], **row})


def _place(norm: str, row: int | None) -> dict[str, str]:
    return {"norm": norm} | ({"row": str(row)} if row else {})


def _form(at: Desk, said: Mapping[str, Any], row: int | None, given: Given) -> Form[WriteRow]:
    fixed = _place(said["key"], row) | {name: said[name] for name in _OF_A_NORM}
    title = "修改这一行" if row else f"{said['title']}：再加一行"
    return row_form(vocabulary_of(at), said["about"], said["measure"], fixed, given, title)


def _ending(norm: str, row: int, given: Given) -> Form[EndRow]:
    questions = Questions(
        message=EndRow, title="这一行执行到哪一天", action=SAVE, fixed=_place(norm, row), hidden=(SEQUENCE,)
    )
    return Form(questions, given)
