"""规定草案: what a layer's office wants to change, beside what is in force, until somebody else of it lets it stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, Response, flash, request

from contracts.errors import Conflict, NotFound, ServiceError
from contracts.rulebook.adoption import (
    ADOPT_DRAFT,
    READ_DRAFT,
    AdoptDraft,
    DraftLine,
    LayerDraft,
    LineState,
    ReadDraft,
)
from contracts.rulebook.draft import DROP_DRAFT, LAYER_OFFICE, DropDraft
from gateway import here, view
from gateway.access import may
from gateway.forms.form import KEY, Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.pages.rules_desk import Desk, desk, desks, stay
from gateway.roll import roll
from plumbing.ids import new_id

page = Blueprint("rules_draft", __name__)
page.url_defaults(stay)
_COMPARED = ("draft_id", "sequence", "version")


@dataclass(frozen=True, kw_only=True)
class Section:
    """One norm of the draft. `editable` is one that the draft still has."""

    norm: str
    title: str
    lines: tuple[DraftLine, ...]

    @property
    def changed(self) -> bool:
        """Say whether the draft changes anything of it."""
        return any(line.state is not LineState.SAME for line in self.lines)

    @property
    def editable(self) -> bool:
        """Say whether the draft has the norm at all."""
        return any(line.state is not LineState.GONE for line in self.lines)


def sent_adoption() -> Form[AdoptDraft]:
    """Return the adoption as sent."""
    return _adoption(request.form, ask_reason="reason" in request.form)


def draft_of(at: Desk) -> LayerDraft:
    """Return the draft of a desk's layer beside what is in force."""
    return here.houses().ask(READ_DRAFT, ReadDraft(), at.actor)


@page.get("/rules/draft")
@may(*LAYER_OFFICE)
def show() -> Response:
    """Show the draft beside what is in force."""
    return _page(desk(*LAYER_OFFICE))


@page.post("/rules/draft/adoption")
@may(*LAYER_OFFICE, form=sent_adoption)
def adopt() -> Response:
    """Let the draft be in force, or show it again with what is in the way."""
    at, form = desk(*LAYER_OFFICE), sent_adoption()
    try:
        adopted = here.houses().ask(ADOPT_DRAFT, form.load(), at.actor, key=form.key)
    except ServiceError as problem:
        return _again(at, form.refused(problem))
    flash(f"已经通过，是第 {adopted.version} 版，各处马上按新的规定判断", "done")
    return view.go("rules_versions.every")


@page.post("/rules/draft/dropping")
@may(*LAYER_OFFICE)
def drop() -> Response:
    """Give the draft up, as it was shown."""
    at = desk(*LAYER_OFFICE)
    form = Form(Questions(message=DropDraft, title="放弃草案", action="放弃草案"), request.form)
    try:
        here.houses().ask(DROP_DRAFT, form.load(), at.actor, key=request.form.get(KEY) or new_id())
    except NotFound:
        raise
    except ServiceError as problem:
        return _again(at, _adoption(Given(), ask_reason=False).refused(problem))
    flash("草案已经放弃，现在执行的规定没有变", "done")
    return view.go(".show")


def _adoption(given: Given, *, ask_reason: bool) -> Form[AdoptDraft]:
    questions = Questions(
        message=AdoptDraft, title="通过草案", action="通过这份草案", hidden=_COMPARED,
        unasked=frozenset() if ask_reason else frozenset({"reason"}),
    )
    return Form(questions, given)


def _again(at: Desk, form: Form[AdoptDraft]) -> Response:
    here.houses().patience.shorten()
    try:
        return _page(at, form)
    except ServiceError:
        return view.returned(form)


def _page(at: Desk, refused: Form[AdoptDraft] | None = None) -> Response:
    found = draft_of(at)
    compared = {"draft_id": found.draft_id, "sequence": found.sequence, "version": found.version}
    fresh = _adoption(given_from(compared), ask_reason=found.needs_reason)
    form = fresh if refused is None else _about(refused, fresh, found)
    names = roll((at.actor,), person_ids=found.authors)
    authors = "、".join(map(names.person, found.authors))
    return view.form_page(
        "rules_draft.html", form, desk=at, desks=desks(*LAYER_OFFICE), draft=found, sections=tuple(_sections(found)),
        authors=authors, own=at.actor.person_id in found.authors, drop_key=new_id(),
    )


def _about(refused: Form[AdoptDraft], fresh: Form[AdoptDraft], found: LayerDraft) -> Form[AdoptDraft]:
    """Return the refused form as one about the draft that is shown now, with the reason that was typed."""
    if isinstance(refused.problem, Conflict) or "draft_id" not in refused.given:
        fresh.given["reason"] = refused.get("reason")
        fresh.problem, fresh.errors = refused.problem, refused.errors
        return fresh
    return refused


def _sections(found: LayerDraft) -> Iterator[Section]:
    for norm, lines in groupby(found.lines, key=lambda line: line.norm):
        of_norm = tuple(lines)
        yield Section(norm=norm, title=of_norm[0].title, lines=of_norm)
