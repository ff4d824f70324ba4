"""添加监护人: the office, the head teacher or the first guardian lets somebody else be a guardian of the child."""

from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.directory.guardian import INVITE_GUARDIAN, Guardians, InviteGuardian
from contracts.errors import NotFound, ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.pages.guardians import WHO, guardians_of

page = Blueprint("guardian_new", __name__)


def sent_form(pupil_id: UUID) -> Form[InviteGuardian]:
    """Return the form as sent."""
    return _form(pupil_id, request.form)


@page.get("/children/<uuid:pupil_id>/guardians/new")
@may(*WHO)
def ask(pupil_id: UUID) -> Response:
    """Ask who it is."""
    found, _ = guardians_of(pupil_id)
    if not found.may_invite:
        raise NotFound
    return _page(_form(pupil_id, Given()), found)


@page.post("/children/<uuid:pupil_id>/guardians/new")
@may(*WHO, form=sent_form)
def invite(pupil_id: UUID) -> Response:
    """Let them be a guardian, or show the form again with what would pass."""
    found, actor = guardians_of(pupil_id)
    form = sent_form(pupil_id)
    try:
        here.houses().ask(INVITE_GUARDIAN, form.load(), actor, key=form.key)
    except ServiceError as problem:
        return _page(form.refused(problem), found)
    flash("已经添加。还没有账号的，在下面打印一张激活卡交给本人", "done")
    return view.go("guardians.guardians", pupil_id=pupil_id)


def _form(pupil_id: UUID, given: Given) -> Form[InviteGuardian]:
    questions = Questions(
        message=InviteGuardian, title="添加一位监护人", action="添加", fixed={"pupil_id": str(pupil_id)}
    )
    return Form(questions, given)


def _page(form: Form[InviteGuardian], found: Guardians) -> Response:
    return view.form_page("guardian_new.html", form, found=found)
