"""删除孩子的信息: asked for by one of the office, confirmed by another; or, a year after leaving, by one."""

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.actor import OFFICE, Actor
from contracts.call import Call
from contracts.directory.erasure import (
    ASK_ERASURE,
    CONFIRM_ERASURE,
    DROP_ERASURE,
    ERASE_LEFT,
    ERASURES,
    REASON_LABELS,
    AskErasure,
    ConfirmErasure,
    DropErasure,
    EraseLeft,
    ReadErasures,
)
from contracts.errors import NotFound, ServiceError
from contracts.message import Message
from gateway import here, view
from gateway.access import may
from gateway.forms.form import KEY, Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.houses import first_found
from gateway.roll import roll
from gateway.statuses import headers_of, status_of
from plumbing.ids import new_id

page = Blueprint("erasures", __name__)


def sent_form(pupil_id: UUID) -> Form[AskErasure]:
    """Return the form as sent."""
    return _form(pupil_id, request.form)


@page.get("/school/pupils/<uuid:pupil_id>/erasure")
@may(*OFFICE)
def ask(pupil_id: UUID) -> Response:
    """Ask why the child's data are to be deleted."""
    return _ask_page(pupil_id, _form(pupil_id, Given()))


@page.post("/school/pupils/<uuid:pupil_id>/erasure")
@may(*OFFICE, form=sent_form)
def asked(pupil_id: UUID) -> Response:
    """Let the request stand, or show the form again with what is missing."""
    form = sent_form(pupil_id)
    try:
        _do(ASK_ERASURE, form.load(), form.key)
    except ServiceError as problem:
        return _ask_page(pupil_id, form.refused(problem))
    flash("已经提出，等另一位同事确认。现在还没有删除任何东西", "done")
    return view.go(".waiting")


@page.get("/school/erasures")
@may(*OFFICE)
def waiting() -> Response:
    """Show what waits to be deleted."""
    return _page()


@page.post("/school/erasures/<uuid:pupil_id>/confirmation")
@may(*OFFICE)
def confirm(pupil_id: UUID) -> Response:
    """Delete what somebody else has asked to delete, or say why not."""
    return _done(CONFIRM_ERASURE, ConfirmErasure(pupil_id=str(pupil_id)), "已经删除，不能恢复")


@page.post("/school/erasures/<uuid:pupil_id>/dropping")
@may(*OFFICE)
def drop(pupil_id: UUID) -> Response:
    """Let the request fall."""
    return _done(DROP_ERASURE, DropErasure(pupil_id=str(pupil_id)), "这条申请已经撤下，什么也没有删除")


@page.post("/school/erasures/left")
@may(*OFFICE)
def erase_left() -> Response:
    """Delete the data of those who were shown as having left long ago."""
    actors = [actor for actor in here.caller().actors(*OFFICE) if actor.school_id == request.form.get("school_id")]
    if not actors:
        raise NotFound
    ask = EraseLeft(pupil_ids=tuple(request.form.getlist("pupil_id")))
    return _done(ERASE_LEFT, ask, "已经删除，不能恢复", actors=tuple(actors))


def _do(call: Call[Any, Any], ask: Message, key: str, actors: tuple[Actor, ...] = ()) -> None:
    """Have it done in that school of the asker's in which there is such a child. Raises NotFound."""
    first_found(lambda actor: here.houses().ask(call, ask, actor, key=key), actors or here.caller().actors(*OFFICE))


def _done(call: Call[Any, Any], ask: Message, words: str, *, actors: tuple[Actor, ...] = ()) -> Response:
    try:
        _do(call, ask, request.form.get(KEY) or new_id(), actors)
    except NotFound:
        raise
    except ServiceError as problem:
        return _page(problem)
    flash(words, "done")
    return view.go(".waiting")


def _form(pupil_id: UUID, given: Given) -> Form[AskErasure]:
    fixed = {"pupil_id": str(pupil_id)}
    return Form(Questions(message=AskErasure, title="删除孩子的全部信息", action="提出删除", fixed=fixed), given)


def _ask_page(pupil_id: UUID, form: Form[AskErasure]) -> Response:
    names = roll(here.caller().actors(*OFFICE), pupil_ids=[str(pupil_id)])
    if not names.knows_pupil(str(pupil_id)):
        raise NotFound
    return view.form_page("erasure_ask.html", form, name=names.pupil(str(pupil_id)))


def _page(problem: ServiceError | None = None) -> Response:
    actors = here.caller().actors(*OFFICE)
    heard = [(actor, here.houses().later(ERASURES, ReadErasures(), actor)) for actor in actors]
    found = [(actor, answer.answer()) for actor, answer in heard]
    names = roll(actors, person_ids=[one.asked_by for _, told in found for one in told.asked])
    return view.page(
        "erasures.html", status=status_of(problem), headers=headers_of(problem), found=found, names=names,
        problem=problem, reasons=REASON_LABELS, new_key=new_id,
    )
