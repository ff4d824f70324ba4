"""激活卡: office and head teacher print cards for families, the office for colleagues; codes are shown once."""

from uuid import UUID

from flask import Blueprint, Response, request

from contracts.actor import OFFICE, Actor, Role
from contracts.directory.card import PRINT_CARDS, PRINT_STAFF_CARDS, Cards, PrintCards, PrintStaffCards
from contracts.directory.class_list import CLASS_LIST, ClassList, ReadClassList
from contracts.errors import ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.field import Option
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.qr import square

page = Blueprint("cards", __name__)
_EVERYBODY = Option(value="", label="全班还没有账号的家长")


def sent_form(class_id: UUID) -> Form[PrintCards]:
    """Return the form as sent, with no more choices than the one that was made."""
    return _form(str(class_id), (), request.form)


@page.get("/school/classes/<uuid:class_id>/cards")
@may(*OFFICE, Role.HEAD_TEACHER)
def ask(class_id: UUID) -> Response:
    """Ask for whom: everybody without an account, or the family of one child."""
    found, _ = _class(class_id)
    return _page(_form(found.class_id, _options(found), Given()), found)


@page.post("/school/classes/<uuid:class_id>/cards")
@may(*OFFICE, Role.HEAD_TEACHER, form=sent_form)
def make(class_id: UUID) -> Response:
    """Show the sheet to be printed; the cards before it are void, so that a second press does no harm."""
    found, actor = _class(class_id)
    form = _form(found.class_id, _options(found), request.form)
    try:
        made = here.houses().ask(PRINT_CARDS, form.load(), actor)
    except ServiceError as problem:
        return _page(form.refused(problem), found)
    return sheet(made, actor)


@page.get("/school/staff/cards")
@may(*OFFICE)
def ask_staff() -> Response:
    """Say for whom cards would be printed."""
    return view.page("staff_cards.html")


@page.post("/school/staff/cards")
@may(*OFFICE)
def make_staff() -> Response:
    """Show the sheet for the colleagues who have no account yet."""
    actor = here.caller().actors(*OFFICE)[0]
    return sheet(here.houses().ask(PRINT_STAFF_CARDS, PrintStaffCards(), actor), actor)


def _class(class_id: UUID) -> tuple[ClassList, Actor]:
    ask, actors = ReadClassList(class_id=str(class_id)), here.caller().actors(*OFFICE, Role.HEAD_TEACHER)
    return here.houses().first(CLASS_LIST, ask, actors)


def _options(found: ClassList) -> tuple[Option, ...]:
    return (_EVERYBODY, *(Option(value=one.pupil_id, label=f"{one.name}的家长") for one in found.pupils))


def _form(class_id: str, options: tuple[Option, ...], given: Given) -> Form[PrintCards]:
    questions = Questions(
        message=PrintCards, title="打印激活卡", action="打印", fixed={"class_id": class_id},
        options={"pupil_id": options},
    )
    return Form(questions, given)


def _page(form: Form[PrintCards], found: ClassList) -> Response:
    return view.form_page("cards_ask.html", form, found=found)


def sheet(made: Cards, actor: Actor) -> Response:
    """Return the page of codes, which is shown this once."""
    school = next(school.name for school in here.caller().schools() if school.school_id == actor.school_id)
    address = f"{request.url_root}activate"
    squares = {card.person_id: square(f"{address}#{card.code}") for card in made.cards}
    return view.page("cards.html", made=made, school=school, address=address, squares=squares)
