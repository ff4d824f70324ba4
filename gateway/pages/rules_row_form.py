"""The form of a draft's row, drawn from what the vocabulary says of its measure; and what becomes of it when sent."""

from typing import Any

from flask import Response, flash, request

from contracts.call import Call
from contracts.errors import Conflict, NotFound, ServiceError
from contracts.rulebook.draft import BOUND_LABELS, WriteRow
from contracts.rulebook.trying import VOCABULARY, Matter, MeasureWords, ReadVocabulary, Vocabulary
from gateway import here, view
from gateway.forms import words
from gateway.forms.field import Field, Option
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.forms.spoken import question
from gateway.pages.rules_desk import Desk
from gateway.pages.rules_draft import draft_of

SEQUENCE, SAVE = "sequence", "写进草案"
_LISTS = words.lists(WriteRow)
_SCOPES = frozenset(_LISTS) - {"value"}
_DAYS_AND_SOURCE = ("force", "effective_from", "effective_to", "clause", "source")


def vocabulary_of(at: Desk) -> Vocabulary:
    """Return what norms can speak of."""
    return here.houses().ask(VOCABULARY, ReadVocabulary(), at.actor)


def matter_of(vocabulary: Vocabulary, about: str) -> Matter:
    """Return what norms of one sort speak of. Raises NotFound."""
    found = next((matter for matter in vocabulary.matters if matter.about == about), None)
    if found is None:
        raise NotFound
    return found


def as_sent() -> Given:
    """Return what was sent, with each of a list's values by itself, however the form was drawn that sent it."""
    return words.apart(request.form, _SCOPES)


def handed_back(title: str, fixed: dict[str, str], hidden: tuple[str, ...] = ()) -> Form[WriteRow]:
    """Return the form as sent, without a look at the vocabulary: every list is a line of words."""
    questions = Questions(
        message=WriteRow, title=title, action=SAVE, order=("title", "bound", "value", *_DAYS_AND_SOURCE), fixed=fixed,
        hidden=(SEQUENCE, *hidden), instead=words.lines(WriteRow),
    )
    return Form(questions, words.joined(request.form, _LISTS))


def row_form(
    vocabulary: Vocabulary, about: str, measure: str, fixed: dict[str, str], given: Given, title: str
) -> Form[WriteRow]:
    """Return the form of a row that looks at this; where it can be bound in one way only, that is not asked.

    Raises NotFound where there is no such thing to look at.
    """
    looked_at = next((one for one in matter_of(vocabulary, about).measures if one.name == measure), None)
    if looked_at is None:
        raise NotFound
    scopes = {
        scope.name: question(scope, label=_label(scope.name), hint="不选就是全部", several=True)
        for scope in vocabulary.scopes if scope.name in looked_at.scopes
    }
    if len(looked_at.bounds) == 1:
        fixed = {"bound": looked_at.bounds[0], **fixed}
    questions = Questions(
        message=WriteRow, title=title, action=SAVE, fixed=fixed, hidden=(SEQUENCE,),
        order=("title", "bound", "value", *scopes, *_DAYS_AND_SOURCE), options={"bound": _bounds(looked_at)},
        instead={"value": _value(looked_at), **scopes}, unasked=_SCOPES - set(scopes),
    )
    return Form(questions, given)


def sent(at: Desk, call: Call[Any, Any], form: Form[Any], line: str = "") -> Response:
    """Have the draft say it, or show the form again; `line` is the row that it is about, as it stands."""
    try:
        here.houses().ask(call, form.load(), at.actor, key=form.key)
    except ServiceError as problem:
        return _again(at, form.refused(problem), line)
    flash("已经写进草案。通过以前，什么也没有改变", "done")
    return view.go("rules_draft.show")


def page(form: Form[Any], line: str = "") -> Response:
    """Show the form."""
    return view.form_page("rules_row.html", form, line=line)


def _again(at: Desk, form: Form[Any], line: str) -> Response:
    """Show the refused form; after somebody else's change it is about the draft as it stands now."""
    here.houses().patience.shorten()
    if isinstance(form.problem, Conflict):
        try:
            form.given = form.given.copy()
            form.given[SEQUENCE] = str(draft_of(at).sequence)
        except ServiceError:
            return view.returned(form)
    return page(form, line)


def _label(scope: str) -> str:
    return str(WriteRow.schema().fields[scope].metadata["label"])


def _bounds(measure: MeasureWords) -> tuple[Option, ...]:
    return tuple(Option(value=bound, label=BOUND_LABELS[bound]) for bound in measure.bounds)


def _value(measure: MeasureWords) -> Field:
    several = measure.values.kind not in ("number", "time")
    return question(measure.values, name="value", label=measure.words, unit=measure.unit, several=several)
