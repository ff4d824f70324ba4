"""The office changes a guardian's number, or ends a guardian's right."""

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.actor import OFFICE
from contracts.call import Call
from contracts.directory.guardian import END_GUARDIANSHIP, EndGuardianship
from contracts.directory.number import CHANGE_NUMBER, ChangeNumber
from contracts.errors import NotFound, ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.pages.guardians import guardians_of

page = Blueprint("guardian_change", __name__)
NOTES = {
    "number": "以后用新号码登录。以前打印的激活卡作废，所有设备都要重新登录。",
    "end": "马上看不到孩子的作业、消息和申请，也不能再替孩子申请。曾经是监护人的记录会留下。",
}
ADDRESS = "/children/<uuid:pupil_id>/guardians/<uuid:person_id>"


def number_form(pupil_id: UUID, person_id: UUID) -> Form[ChangeNumber]:
    """Return the form for a number, as sent."""
    return _number(pupil_id, person_id, request.form)


def end_form(pupil_id: UUID, person_id: UUID) -> Form[EndGuardianship]:
    """Return the form that ends a right, as sent."""
    return _end(pupil_id, person_id, request.form)


@page.get(f"{ADDRESS}/number")
@may(*OFFICE)
def number(pupil_id: UUID, person_id: UUID) -> Response:
    """Ask for the new number."""
    return _page(_number(pupil_id, person_id, Given()), "number")


@page.post(f"{ADDRESS}/number")
@may(*OFFICE, form=number_form)
def number_changed(pupil_id: UUID, person_id: UUID) -> Response:
    """Write the number down, or show the form again with what would pass."""
    return _done(CHANGE_NUMBER, number_form(pupil_id, person_id), "number", "手机号已经改好，请告诉本人用新号码登录")


@page.get(f"{ADDRESS}/end")
@may(*OFFICE)
def end(pupil_id: UUID, person_id: UUID) -> Response:
    """Ask why."""
    return _page(_end(pupil_id, person_id, Given()), "end")


@page.post(f"{ADDRESS}/end")
@may(*OFFICE, form=end_form)
def ended(pupil_id: UUID, person_id: UUID) -> Response:
    """End the right, or show the form again with what stands in the way."""
    return _done(END_GUARDIANSHIP, end_form(pupil_id, person_id), "end", "已经终止，一秒之内就看不到孩子的信息了")


def _number(pupil_id: UUID, person_id: UUID, given: Given) -> Form[ChangeNumber]:
    fixed = {"pupil_id": str(pupil_id), "person_id": str(person_id)}
    return Form(Questions(message=ChangeNumber, title="换手机号", action="保存新号码", fixed=fixed), given)


def _end(pupil_id: UUID, person_id: UUID, given: Given) -> Form[EndGuardianship]:
    fixed = {"pupil_id": str(pupil_id), "person_id": str(person_id)}
    return Form(Questions(message=EndGuardianship, title="终止监护人的权利", action="终止", fixed=fixed), given)


def _done(call: Call[Any, Any], form: Form[Any], what: str, said: str) -> Response:
    pupil_id = UUID(form.questions.fixed["pupil_id"])
    _, actor = guardians_of(pupil_id)
    try:
        here.houses().ask(call, form.load(), actor, key=form.key)
    except ServiceError as problem:
        return _page(form.refused(problem), what)
    flash(said, "done")
    return view.go("guardians.guardians", pupil_id=pupil_id)


def _page(form: Form[Any], what: str) -> Response:
    """Show a form about one guardian. Raises NotFound where the reader may not do this."""
    found, _ = guardians_of(UUID(form.questions.fixed["pupil_id"]))
    one = next((one for one in found.guardians if one.person_id == form.questions.fixed["person_id"]), None)
    if one is None or what not in one.actions:
        raise NotFound
    return view.form_page("guardian_change.html", form, found=found, one=one, note=NOTES[what])

