"""The draft as a document: the whole layer in YAML, typed, pasted or handed in as a file."""

from contextlib import closing

from flask import Blueprint, Response, flash, request

from contracts.errors import Conflict, InvalidRequest, ServiceError
from contracts.rulebook.draft import LAYER_OFFICE, WRITE_DRAFT, WriteDraft
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.pages.rules_desk import desk, stay
from gateway.pages.rules_draft import draft_of

page = Blueprint("rules_document", __name__)
page.url_defaults(stay)
_SEQUENCE, _DOCUMENT = "sequence", "document"
_NOT_TEXT = "这个文件读不出来。请存成 UTF-8 编码的文本文件（.yaml）再交。"


def sent_form() -> Form[WriteDraft]:
    """Return the form as sent."""
    return _form(request.form)


@page.get("/rules/draft/document")
@may(*LAYER_OFFICE)
def ask() -> Response:
    """Show the draft as a document, ready to be changed."""
    found = draft_of(desk(*LAYER_OFFICE))
    return _page(_form(given_from({_SEQUENCE: found.sequence, _DOCUMENT: found.document})))


@page.post("/rules/draft/document")
@may(*LAYER_OFFICE, form=sent_form, takes_file=True)
def write() -> Response:
    """Have the draft say what the document says, or show it again with what cannot be read and where."""
    at, form = desk(*LAYER_OFFICE), sent_form()
    try:
        form.given = _with_file(form.given)
        here.houses().ask(WRITE_DRAFT, form.load(), at.actor, key=form.key)
    except ServiceError as problem:
        form.refused(problem)
        if isinstance(problem, Conflict):
            return _after_a_change(form)
        return _page(form)
    flash("已经写进草案。通过以前，什么也没有改变", "done")
    return view.go("rules_draft.show")


def _with_file(given: Given) -> Given:
    """Return what was typed, or, where a file was handed in, what that says. Raises InvalidRequest."""
    handed = request.files.get("file")
    if not handed or not handed.filename:
        return given
    with closing(handed):
        content = handed.read()
    read = given.copy()
    try:
        read[_DOCUMENT] = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise InvalidRequest(_NOT_TEXT, {"fields": {_DOCUMENT: [_NOT_TEXT]}}) from problem
    return read


def _after_a_change(form: Form[WriteDraft]) -> Response:
    here.houses().patience.shorten()
    try:
        sequence = draft_of(desk(*LAYER_OFFICE)).sequence
    except ServiceError:
        return view.returned(form)
    form.given = form.given.copy()
    form.given[_SEQUENCE] = str(sequence)
    return _page(form)


def _form(given: Given) -> Form[WriteDraft]:
    questions = Questions(message=WriteDraft, title="写规定文件", action="写进草案", hidden=(_SEQUENCE,))
    return Form(questions, given)


def _page(form: Form[WriteDraft]) -> Response:
    return view.form_page("rules_document.html", form)
