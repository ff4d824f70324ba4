"""抽签: the draw of a term's clubs: its list and hash, the value, what came of it, and how to draw it again (E10)."""

import json
from typing import Any

from flask import Blueprint, Response, flash, make_response, request

from contracts.call import Call
from contracts.enrolment.draw import (
    CLOSE_LIST,
    COMMIT_DRAW,
    DRAW,
    DRAW_PLACES,
    DRAW_RECORD,
    CloseList,
    CommitDraw,
    Draw,
    DrawPlaces,
    PublicValue,
    ReadDraw,
    ReadDrawRecord,
)
from contracts.enrolment.programme import OF_A_SCHOOL, PROGRAMME_OFFICE
from contracts.errors import ServiceError
from contracts.message import Message
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.pages.rules_desk import desk, stay
from gateway.roll import roll

page = Blueprint("draw", __name__)
page.url_defaults(stay)
ADDRESS = "/after-school/draws/<uuid:programme_id>"


def list_form(programme_id: object) -> Form[CloseList]:
    """Return the form that closes the list, as sent."""
    return _form(CloseList, programme_id, "封存名单", request.form)


def value_form(programme_id: object) -> Form[DrawPlaces]:
    """Return the form that draws, as sent."""
    return _form(DrawPlaces, programme_id, "抽签", request.form)


def places_form(programme_id: object) -> Form[CommitDraw]:
    """Return the form that gives the places, as sent."""
    return _form(CommitDraw, programme_id, "按结果安排名额", request.form)


@page.get(ADDRESS)
@may(*OF_A_SCHOOL)
def one(programme_id: object) -> Response:
    """Show the draw: to a family with its own ticket, to the office with the next step."""
    return _page(str(programme_id))


@page.get(f"{ADDRESS}/record.json")
@may(*OF_A_SCHOOL)
def record(programme_id: object) -> Response:
    """Hand out all that it takes to draw again."""
    ask = ReadDrawRecord(programme_id=str(programme_id))
    found, _ = here.houses().first(DRAW_RECORD, ask, here.caller().actors(*OF_A_SCHOOL))
    response = make_response(json.dumps(found.record, ensure_ascii=False, indent=1))
    response.headers["Content-Type"] = "application/json; charset=utf-8"
    response.headers["Content-Disposition"] = 'attachment; filename="qingfu-draw.json"'
    return response


@page.post(f"{ADDRESS}/list")
@may(*PROGRAMME_OFFICE, form=list_form)
def close(programme_id: object) -> Response:
    """Close the list."""
    return _done(str(programme_id), CLOSE_LIST, list_form(programme_id), "名单已经封存，封存码可以公布了")


@page.post(f"{ADDRESS}/value")
@may(*PROGRAMME_OFFICE, form=value_form)
def draw(programme_id: object) -> Response:
    """Draw with the public value."""
    return _done(str(programme_id), DRAW_PLACES, value_form(programme_id), "抽签完成，只抽这一次")


@page.post(f"{ADDRESS}/places")
@may(*PROGRAMME_OFFICE, form=places_form)
def commit(programme_id: object) -> Response:
    """Give the places as they were drawn."""
    return _done(str(programme_id), COMMIT_DRAW, places_form(programme_id), "名额已经安排，家长马上会收到消息")


def _done(programme_id: str, call: Call[Message, Draw], form: Form[Any], said: str) -> Response:
    try:
        here.houses().ask(call, form.load(), desk(*PROGRAMME_OFFICE).actor, key=form.key)
    except ServiceError as problem:
        return _again(programme_id, form.refused(problem))
    flash(said, "done")
    return view.go(".one", programme_id=programme_id)


def _again(programme_id: str, form: Form[Any]) -> Response:
    here.houses().patience.shorten()
    try:
        return _page(programme_id, form)
    except ServiceError:
        return view.returned(form)


def _page(programme_id: str, refused: Form[Any] | None = None) -> Response:
    ask = ReadDraw(programme_id=programme_id)
    found, actor = here.houses().first(DRAW, ask, here.caller().actors(*OF_A_SCHOOL))
    office = bool(actor.roles() & PROGRAMME_OFFICE)
    form = refused or _next(found, programme_id)
    names = roll((actor,), pupil_ids=[one.pupil_id for one in found.own])
    return view.form_page("draw.html", form, draw=found, office=office, names=names)


def _next(found: Draw, programme_id: str) -> Form[Any]:
    """Return the form of the step that comes next."""
    if found.sha256 is None:
        given = given_from({"value": PublicValue.DOUBLE_COLOUR_BALL.value})
        return _form(CloseList, programme_id, "封存名单", given)
    if found.drawn_at is None:
        return _form(DrawPlaces, programme_id, "抽签", Given())
    return _form(CommitDraw, programme_id, "按结果安排名额", Given())


def _form(message: type[Any], programme_id: object, action: str, given: Given) -> Form[Any]:
    fixed = {"programme_id": str(programme_id)}
    return Form(Questions(message=message, title="社团抽签", action=action, fixed=fixed), given)
