"""放宽: what schools ask to be let off, what they were granted and until when; what waits and what ends soon first."""

from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.actor import OFFICE
from contracts.errors import NotFound, ServiceError
from contracts.rulebook.derogation import (
    DEROGATIONS,
    WITHDRAW_DEROGATION,
    Derogation,
    Derogations,
    DerogationState,
    ReadDerogations,
    WithdrawDerogation,
)
from contracts.rulebook.draft import LAYER_OFFICE
from gateway import here, view
from gateway.access import may
from gateway.forms.form import KEY
from gateway.pages.rules_desk import DISTRICT, Desk, desk, desks, stay
from gateway.roll import roll
from gateway.statuses import headers_of, status_of
from gateway.texts.labels import LAYERS
from gateway.texts.rules import DEROGATION_COLOURS
from gateway.texts.rules import DEROGATIONS as STATES
from plumbing import clock
from plumbing.ids import new_id

page = Blueprint("derogations", __name__)
page.url_defaults(stay)
_GROUPS = (
    ("等区县决定", (DerogationState.ASKED,)),
    ("快到期", (DerogationState.ENDING,)),
    ("执行中", (DerogationState.IN_FORCE, DerogationState.TO_COME)),
    ("已经结束", (DerogationState.OVER, DerogationState.REFUSED, DerogationState.WITHDRAWN)),
)


def found_at(at: Desk) -> Derogations:
    """Return what a school, or any school of the district, has asked for and been granted."""
    return here.houses().ask(DEROGATIONS, ReadDerogations(on=clock.today()), at.actor)


@page.get("/rules/derogations")
@may(*LAYER_OFFICE)
def every() -> Response:
    """Show what waits, what ends soon, and what else was asked for or granted."""
    return _page()


@page.post("/rules/derogations/<uuid:request_id>/withdrawal")
@may(*OFFICE)
def withdraw(request_id: UUID) -> Response:
    """Take back what nobody has decided yet, or say why not."""
    asked = WithdrawDerogation(request_id=str(request_id))
    try:
        here.houses().ask(WITHDRAW_DEROGATION, asked, desk(*OFFICE).actor, key=request.form.get(KEY) or new_id())
    except NotFound:
        raise
    except ServiceError as problem:
        return _page(problem)
    flash("已经撤回，没有做任何改动", "done")
    return view.go(".every")


def _page(problem: ServiceError | None = None) -> Response:
    at = desk(*LAYER_OFFICE)
    found = found_at(at).derogations
    whole = at.layer == DISTRICT
    names = roll(
        (at.actor,), school_ids=[each.school_id for each in found if whole],
        person_ids=[each.asked_by for each in found if each.asked_by and not whole],
    )
    return view.page(
        "derogations.html", status=status_of(problem), headers=headers_of(problem), problem=problem, desk=at,
        desks=desks(*LAYER_OFFICE), groups=_groups(found), names=names, states=STATES, colours=DEROGATION_COLOURS,
        new_key=new_id,
    )


def _groups(found: tuple[Derogation, ...]) -> list[tuple[str, list[Derogation]]]:
    """Return them group by group, the highest layer's first: while that binds, to loosen a lower one is no use."""
    heights = tuple(LAYERS)
    found = tuple(sorted(found, key=lambda each: heights.index(each.layer)))
    grouped = [(words, [each for each in found if each.state in states]) for words, states in _GROUPS]
    return [(words, each) for words, each in grouped if each]
