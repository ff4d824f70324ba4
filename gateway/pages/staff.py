"""教职工: who of the staff holds what, from when until when, for the office; and a card for one."""

from collections.abc import Callable, Iterable
from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.actor import OFFICE, Actor
from contracts.directory.card import PRINT_STAFF_CARDS, PrintStaffCards
from contracts.directory.post import STAFF, Colleague, ReadStaff, Staff
from contracts.directory.security import RESET_SECOND_FACTOR, ResetSecondFactor
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.houses import first_found
from gateway.pages.cards import sheet
from gateway.roll import roll

page = Blueprint("staff", __name__)


@page.get("/school/staff")
@may(*OFFICE)
def every() -> Response:
    """Show the staff of each school whose office this is."""
    actors = here.caller().actors(*OFFICE)
    heard = [here.houses().later(STAFF, ReadStaff(), actor) for actor in actors]
    colleagues = [one for answer in heard for one in answer.answer().colleagues]
    return view.page("staff.html", colleagues=colleagues, class_name=class_names(actors, colleagues))


@page.get("/school/staff/<uuid:person_id>")
@may(*OFFICE)
def one(person_id: UUID) -> Response:
    """Show one of them, with what can be given and ended."""
    found, actor = colleague_of(person_id)
    (colleague,) = found.colleagues
    return view.page(
        "staff_one.html", one=colleague, form=_reset_form(person_id, Given()), may_give=found.may_give,
        class_name=class_names((actor,), found.colleagues),
    )


@page.post("/school/staff/<uuid:person_id>/card")
@may(*OFFICE)
def card(person_id: UUID) -> Response:
    """Show a card for one colleague, once; one made before is void, so that a second press does no harm."""
    ask = PrintStaffCards(person_id=str(person_id))
    return sheet(*here.houses().first(PRINT_STAFF_CARDS, ask, here.caller().actors(*OFFICE)))


@page.post("/school/staff/<uuid:person_id>/second-step/reset")
@may(*OFFICE)
def reset(person_id: UUID) -> Response:
    """Take a colleague's second step away who has lost phone and codes."""
    form = _reset_form(person_id, request.form)
    first_found(
        lambda actor: here.houses().ask(RESET_SECOND_FACTOR, form.load(), actor, key=form.key),
        here.caller().actors(*OFFICE),
    )
    flash("两步验证已经重置，所有设备都退出了", "done")
    return view.go("staff.one", person_id=person_id)


def _reset_form(person_id: UUID, given: Given) -> Form[ResetSecondFactor]:
    questions = Questions(
        message=ResetSecondFactor, title="重置两步验证", action="重置两步验证", fixed={"person_id": str(person_id)}
    )
    return Form(questions, given)


def colleague_of(person_id: UUID) -> tuple[Staff, Actor]:
    """Return one of the staff, and as whom they are looked at. Raises NotFound."""
    return here.houses().first(STAFF, ReadStaff(person_id=str(person_id)), here.caller().actors(*OFFICE))


def class_names(actors: tuple[Actor, ...], colleagues: Iterable[Colleague]) -> Callable[[str], str]:
    """Return how the classes of these people's posts are called."""
    ids = [post.class_id for each in colleagues for post in each.posts if post.class_id]
    return roll(actors, class_ids=ids).class_name
