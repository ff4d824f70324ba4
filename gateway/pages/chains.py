"""审批流程: a school's chains, and one as it is being changed: its picture at once, its steps, what is wrong."""

from typing import Any

from flask import Blueprint, Response, flash, request

from contracts.actor import OFFICE
from contracts.call import Call
from contracts.errors import NotFound, ServiceError
from contracts.message import Message
from contracts.rulebook.chain import AFFAIR_LABELS, Affair
from contracts.rulebook.chain_draft import (
    CHAIN,
    DROP_CHAIN_DRAFT,
    DROP_STEP,
    MOVE_STEP,
    PUBLISH_CHAIN,
    TAKE_OVER_CHAIN,
    ChainDesk,
    DropChainDraft,
    DropStep,
    MoveStep,
    PublishChain,
    ReadChain,
    TakeOverChain,
)
from gateway import here, view
from gateway.access import may
from gateway.forms.field import Option
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.pages.chain_picture import stops_of
from gateway.pages.rules_desk import Desk, desk, desks, stay
from gateway.pictures.way import picture_of
from gateway.texts.chains import shipped_words
from plumbing.ids import new_id

page = Blueprint("chains", __name__)
page.url_defaults(stay)
_ACTS: dict[str, tuple[Call[Message, ChainDesk], type[Message], str]] = {
    "move": (MOVE_STEP, MoveStep, "顺序已经换了"),
    "drop": (DROP_STEP, DropStep, "这一步已经去掉"),
    "take-over": (TAKE_OVER_CHAIN, TakeOverChain, "已经换成现成的流程，公布以前什么也没有改变"),
    "give-up": (DROP_CHAIN_DRAFT, DropChainDraft, "改动已经放弃，现行流程没有变"),
    "publish": (PUBLISH_CHAIN, PublishChain, "已经公布。以后提交的申请按新的流程，已经在办的还按原来的"),
}


def sent_form(affair: str, act: str) -> Form[Message]:
    """Return the form of one act as sent."""
    if affair not in list(Affair) or act not in _ACTS:
        raise NotFound
    message = _ACTS[act][1]
    asked = [name for name in message.schema().fields if name != "affair"]
    questions = Questions(
        message=message, title="审批流程", action="再做一次", fixed={"affair": affair}, hidden=tuple(asked)
    )
    return Form(questions, request.form)


@page.get("/rules/chains")
@may(*OFFICE)
def every() -> Response:
    """Show the chain of each affair as it stands."""
    at = desk(*OFFICE)
    found = [read(at, affair) for affair in Affair]
    pictures = {one.affair: picture_of(stops_of(one.affair, one.standing)) for one in found}
    return view.page("chains.html", desk=at, desks=desks(*OFFICE), found=found, pictures=pictures, labels=AFFAIR_LABELS)


@page.get("/rules/chains/<affair>")
@may(*OFFICE)
def one(affair: str) -> Response:
    """Show a chain as it is to be, with all that can be done to it."""
    return _page(desk(*OFFICE), affair_of(affair))


@page.post("/rules/chains/<affair>/<act>")
@may(*OFFICE, form=sent_form)
def do(affair: str, act: str) -> Response:
    """Do it, or show the chain as it stands now, with what is in the way."""
    at, form = desk(*OFFICE), sent_form(affair, act)
    call, _, done = _ACTS[act]
    try:
        here.houses().ask(call, form.load(), at.actor, key=form.key)
    except ServiceError as problem:
        return _again(at, affair_of(affair), form.refused(problem))
    flash(done, "done")
    return view.go(".one", affair=affair)


def affair_of(affair: str) -> Affair:
    """Return the affair that an address names. Raises NotFound."""
    if affair not in list(Affair):
        raise NotFound
    return Affair(affair)


def read(at: Desk, affair: Affair) -> ChainDesk:
    """Return a chain of the school."""
    return here.houses().ask(CHAIN, ReadChain(affair=affair), at.actor)


def _again(at: Desk, affair: Affair, form: Form[Message]) -> Response:
    here.houses().patience.shorten()
    try:
        return _page(at, affair, form)
    except ServiceError:
        return view.returned(form)


def _page(at: Desk, affair: Affair, refused: Form[Any] | None = None) -> Response:
    found = read(at, affair)
    shipped = tuple(Option(value=one.key, label=shipped_words(one.key, one.title)) for one in found.shipped)
    asked = Questions(
        message=TakeOverChain, title="审批流程", action="换成这个流程",
        fixed={"affair": affair, "sequence": str(found.sequence)}, options={"chain": shipped},
    )
    take_over = Form(asked, Given())
    if refused and refused.questions.message is TakeOverChain:
        refused.questions = asked
        take_over = refused
    return view.form_page(
        "chain.html", refused or take_over, desk=at, found=found, label=AFFAIR_LABELS[affair], take_over=take_over,
        picture=picture_of(stops_of(affair, found.steps)), stops=stops_of(affair, found.steps)[1:-1],
        keys=[new_id() for _ in range(2 * len(found.steps) + 3)],
    )
