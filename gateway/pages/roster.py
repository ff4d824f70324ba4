"""导入名册: the office hands in its Excel, or pastes it; what it would do is shown before anything is changed."""

from contextlib import closing

from flask import Blueprint, Response, request

from contracts.actor import OFFICE, Actor
from contracts.directory.roster import (
    CHECK_ROSTER,
    PEOPLE_LABELS,
    PUT_PIECE,
    WHOLE_LABELS,
    CheckRoster,
    RosterOf,
    RosterWhole,
    Suffix,
)
from contracts.errors import InvalidRequest, ServiceError
from contracts.fields import Choice, Id
from contracts.message import Message, of
from gateway import here, view
from gateway.access import may
from gateway.forms.field import Option
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.settings import LARGEST_BODY_WITH_FILE

page = Blueprint("roster", __name__)
_NO_FILE = "请选择一个文件，或者把表格粘贴到下面的框里。"
_NOT_THAT_KIND = "只能读 .xlsx、.xls、.et、.csv 文件。请在 Excel 或 WPS 里另存为“Excel 工作簿（.xlsx）”。"
_TYPE = "application/octet-stream"


class HandIn(Message):
    """What is asked beside the file itself."""

    people: RosterOf = of(Choice(RosterOf, metadata={"label": "导入什么", "labels": PEOPLE_LABELS}))
    whole: RosterWhole = of(Choice(RosterWhole, metadata={"label": "这份名册", "labels": WHOLE_LABELS}))
    school_id: str = of(Id(metadata={"label": "哪一所学校"}))


def sent_form() -> Form[HandIn]:
    """Return the form as sent."""
    return _form(request.form, ())


@page.get("/school/rosters")
@may(*OFFICE)
def ask() -> Response:
    """Ask for a roster."""
    chosen = given_from({"people": RosterOf.PUPILS, "whole": RosterWhole.PART})
    return _page(_form(chosen, here.caller().actors(*OFFICE)))


@page.post("/school/rosters")
@may(*OFFICE, form=sent_form, takes_file=True)
def hand_in() -> Response:
    """Let the file be checked, once however often the form is sent, or show the form again with what is wrong."""
    actors = here.caller().actors(*OFFICE)
    form = _form(request.form, actors)
    try:
        said = form.load()
        actor = next((actor for actor in actors if actor.school_id == said.school_id), actors[0])
        content, suffix = _file()
        here.houses().carrier(actor).put(PUT_PIECE, content, file_id=form.key, media_type=_TYPE)
        asked = CheckRoster(file_id=form.key, suffix=suffix, people=said.people, whole=said.whole)
        roster = here.houses().ask(CHECK_ROSTER, asked, actor, key=form.key)
    except ServiceError as problem:
        return _page(form.refused(problem))
    return view.go("roster_one.one", roster_id=roster.roster_id)


def _file() -> tuple[bytes, Suffix]:
    """Return what was handed in, and of what kind. Raises InvalidRequest when it is nothing we read."""
    handed = request.files.get("file")
    if handed and handed.filename:
        with closing(handed):
            return handed.read(), _suffix(handed.filename)
    pasted = request.form.get("pasted", "")
    if not pasted.strip():
        raise InvalidRequest(_NO_FILE, {"fields": {"file": [_NO_FILE]}})
    return pasted.encode(), Suffix.TSV


def _suffix(file_name: str) -> Suffix:
    dotted = file_name.rpartition(".")[2].lower()
    if dotted not in set(Suffix):
        raise InvalidRequest(_NOT_THAT_KIND, {"fields": {"file": [_NOT_THAT_KIND]}})
    return Suffix(dotted)


def _form(given: Given, actors: tuple[Actor, ...]) -> Form[HandIn]:
    schools = {school.school_id: school.name for school in here.known_caller().schools()}
    own = [actor.school_id for actor in actors if actor.school_id]
    fixed = {"school_id": own[0]} if len(own) == 1 else {}
    options = tuple(Option(value=school_id, label=schools.get(school_id, "")) for school_id in own)
    questions = Questions(
        message=HandIn, title="导入名册", action="检查这份名册", fixed=fixed,
        options={"school_id": options} if len(own) > 1 else {}, hidden=() if actors else ("school_id",),
    )
    return Form(questions, given)


def _page(form: Form[HandIn]) -> Response:
    pasted = request.form.get("pasted", "")
    return view.form_page("roster.html", form, pasted=pasted, largest_mb=(LARGEST_BODY_WITH_FILE >> 20) - 1)
