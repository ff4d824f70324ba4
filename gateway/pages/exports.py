"""导出: a class, a grade or the school as a workbook; more than fifty children wait for a second person; taken once."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from flask import Blueprint, Response, flash, make_response, request
from marshmallow import ValidationError

from contracts.actor import OFFICE, Actor
from contracts.directory.export import (
    ASK_EXPORT,
    CONTENTS_LABELS,
    EXPORTS,
    PURPOSE_LABELS,
    RELEASE_EXPORT,
    TAKE_EXPORT,
    AskExport,
    ExportContents,
    ExportOf,
    ExportPurpose,
    ReadExports,
    ReleaseExport,
    TakeExport,
)
from contracts.directory.school import CLASSES, ListClasses
from contracts.errors import NotFound, ServiceError
from contracts.fields import Choice, Id, Text
from contracts.message import Message, of
from gateway import here, view
from gateway.access import may
from gateway.forms.field import Option
from gateway.forms.form import KEY, Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.houses import first_found
from gateway.roll import roll
from gateway.texts.classes import grade_name
from gateway.texts.exports import STATES
from plumbing.ids import new_id

page = Blueprint("exports", __name__)
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILE_NAME = "名单.xlsx"


class WhatToExport(Message):
    """The form: `what` is `school`, a grade's number or a class's id."""

    school_id: str = of(Id())
    what: str = of(Text(shortest=1, longest=36, metadata={"label": "导出谁"}))
    contents: ExportContents = of(Choice(ExportContents, metadata={"label": "写哪些内容", "labels": CONTENTS_LABELS}))
    purpose: ExportPurpose = of(Choice(ExportPurpose, metadata={"label": "做什么用", "labels": PURPOSE_LABELS}))

    def ask(self) -> AskExport:
        """Return what is asked of directory. Raises NotFound for what no page offers."""
        try:
            return AskExport.load({"contents": self.contents, "purpose": self.purpose, **_scope(self.what)})
        except ValidationError as problem:
            raise NotFound from problem


def _scope(what: str) -> dict[str, Any]:
    if what == ExportOf.SCHOOL:
        return {"scope": ExportOf.SCHOOL}
    if what.isdecimal():
        return {"scope": ExportOf.GRADE, "grade": what}
    return {"scope": ExportOf.CLASS, "class_id": what}


def sent_form() -> Form[WhatToExport]:
    """Return the form as sent, with no more choices than the one that was made."""
    return _form(request.form, (), "")


@page.get("/school/exports")
@may(*OFFICE)
def every() -> Response:
    """Show the form, and how the exports of the last day stand."""
    return _page()


@page.post("/school/exports")
@may(*OFFICE, form=sent_form)
def ask() -> Response:
    """Let it be made, or wait for somebody else; or show the form again."""
    form = sent_form()
    try:
        said = form.load()
        asked = here.houses().ask(ASK_EXPORT, said.ask(), _actor(said.school_id), key=form.key)
    except ServiceError as problem:
        return _page(form.refused(problem))
    flash("等另一位同事同意" if asked.needs_release else "正在生成，马上就好", "done")
    return view.go(".every")


@page.post("/school/exports/<uuid:export_id>/release")
@may(*OFFICE)
def release(export_id: UUID) -> Response:
    """Agree to a colleague's export."""
    key = request.form.get(KEY) or new_id()
    asked = ReleaseExport(export_id=str(export_id))
    first_found(lambda actor: here.houses().ask(RELEASE_EXPORT, asked, actor, key=key), here.caller().actors(*OFFICE))
    flash("已经同意，由提出的人下载", "done")
    return view.go(".every")


@page.post("/school/exports/<uuid:export_id>/file")
@may(*OFFICE)
def take(export_id: UUID) -> Response:
    """Give the workbook away; there is nothing left of it here."""
    asked = TakeExport(export_id=str(export_id))
    taken, _ = here.houses().first(TAKE_EXPORT, asked, here.caller().actors(*OFFICE))
    response = make_response(taken.content)
    response.headers["Content-Type"] = _XLSX
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(_FILE_NAME)}"
    response.headers["Cache-Control"] = "no-store"
    return response


def _actor(school_id: str) -> Actor:
    found = [actor for actor in here.caller().actors(*OFFICE) if actor.school_id == school_id]
    if not found:
        raise NotFound
    return found[0]


def _form(given: Given, options: tuple[Option, ...], school_id: str) -> Form[WhatToExport]:
    questions = Questions(
        message=WhatToExport, title="导出名单", action="导出", options={"what": options}, hidden=("school_id",),
    )
    given = given.copy()
    given.setdefault("school_id", school_id)
    return Form(questions, given)


def _options(actor: Actor) -> tuple[Option, ...]:
    classes = here.houses().ask(CLASSES, ListClasses(), actor).classes
    grades = sorted({one.grade for one in classes})
    return (
        Option(value=ExportOf.SCHOOL, label="全校"),
        *(Option(value=str(grade), label=grade_name(grade)) for grade in grades),
        *(Option(value=one.class_id, label=one.name) for one in classes),
    )


def _page(refused: Form[WhatToExport] | None = None) -> Response:
    actors = here.caller().actors(*OFFICE)
    own = _actor(refused.get("school_id")) if refused else actors[0]
    form = refused or _form(Given(), (), own.school_id or "")
    form.questions.options["what"] = _options(own)
    heard = [here.houses().later(EXPORTS, ReadExports(), actor) for actor in actors]
    found = [one for answer in heard for one in answer.answer().exports]
    names = roll(actors, person_ids=[one.asked_by for one in found])
    return view.form_page(
        "exports.html", form, found=found, names=names, states=STATES, contents=CONTENTS_LABELS,
        purposes=PURPOSE_LABELS, new_key=new_id, making=any(one.own and one.state == "making" for one in found),
    )
