"""外出委托: a colleague decides what would wait for whoever is signed in, on days that they choose (E4)."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, flash, request

from contracts.enrolment.application import DECIDERS
from contracts.enrolment.stand_in import (
    ASK_TO_STAND_IN,
    END_STAND_IN,
    STAND_IN,
    AskToStandIn,
    EndStandIn,
    ReadStandIn,
)
from contracts.errors import ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.field import Option
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.pages.rules_desk import desk, desks, stay
from gateway.roll import roll
from plumbing.ids import new_id

page = Blueprint("stand_in", __name__)
page.url_defaults(stay)


def sent_form() -> Form[AskToStandIn]:
    """Return the form as sent, without the colleagues whom only enrolment knows."""
    return _form(request.form)


def sent_end() -> Form[EndStandIn]:
    """Return the form that ends it, as sent."""
    return Form(Questions(message=EndStandIn, title="外出委托", action="结束委托"), request.form)


@page.get("/applications/stand-in")
@may(*DECIDERS)
def own() -> Response:
    """Show what is agreed, and ask."""
    return _page(_form(Given()))


@page.post("/applications/stand-in")
@may(*DECIDERS, form=sent_form)
def ask() -> Response:
    """Let a colleague stand in, or show the form again."""
    form = sent_form()
    try:
        here.houses().ask(ASK_TO_STAND_IN, form.load(), desk(*DECIDERS).actor, key=form.key)
    except ServiceError as problem:
        return _again(form.refused(problem))
    flash("已经委托，到日子自己开始、自己结束", "done")
    return view.go(".own")


@page.post("/applications/stand-in/end")
@may(*DECIDERS, form=sent_end)
def end() -> Response:
    """Let nobody stand in any more."""
    form = sent_end()
    try:
        here.houses().ask(END_STAND_IN, form.load(), desk(*DECIDERS).actor, key=form.key)
    except ServiceError as problem:
        return _again(form.refused(problem))
    flash("委托已经结束", "done")
    return view.go(".own")


def _again(form: Form[Any]) -> Response:
    here.houses().patience.shorten()
    try:
        return _page(form)
    except ServiceError:
        return view.returned(form)


def _form(given: Given) -> Form[AskToStandIn]:
    return Form(Questions(message=AskToStandIn, title="外出委托", action="委托", hidden=("stand_in_id",)), given)


def _page(form: Form[Any]) -> Response:
    at = desk(*DECIDERS)
    found = here.houses().ask(STAND_IN, ReadStandIn(), at.actor)
    agreed = [one.stand_in_id for one in (found.own,) if one]
    names = roll((at.actor,), person_ids=[*found.colleagues, *agreed, *(one.person_id for one in found.others)])
    colleagues = sorted(
        (Option(value=person_id, label=names.person(person_id)) for person_id in found.colleagues),
        key=lambda one: one.label,
    )
    asked = form if form.questions.message is AskToStandIn else _form(Given())
    asked.questions = replace(asked.questions, hidden=(), options={"stand_in_id": tuple(colleagues)})
    asked.problem = form.problem
    return view.form_page(
        "stand_in.html", asked, desk=at, desks=desks(*DECIDERS), found=found, names=names, end_key=new_id()
    )
