"""让一个人退出所有设备: the office ends every session of a colleague, or of a child's guardian, and says why."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, Response, flash, request, url_for

from contracts.actor import OFFICE, Actor
from contracts.directory.signing_out import SIGN_OUT_PERSON, SignOutPerson
from contracts.errors import NotFound, ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.pages.guardians import guardians_of
from gateway.pages.staff import colleague_of

page = Blueprint("signing_out", __name__)
COLLEAGUE = "/school/staff/<uuid:person_id>/sign-out"
GUARDIAN = "/children/<uuid:pupil_id>/guardians/<uuid:person_id>/sign-out"


@dataclass(frozen=True, kw_only=True)
class Whom:
    """Somebody whom the actor may sign out; `back` is the page where they are looked after."""

    name: str
    actor: Actor
    back: str


def sent_form(person_id: UUID, **_: UUID) -> Form[SignOutPerson]:
    """Return the form as sent."""
    return _form(person_id, request.form)


@page.get(COLLEAGUE)
@may(*OFFICE)
def ask_colleague(person_id: UUID) -> Response:
    """Ask why a colleague is to be signed out."""
    return _page(_form(person_id, Given()), _colleague(person_id))


@page.post(COLLEAGUE)
@may(*OFFICE, form=sent_form)
def colleague(person_id: UUID) -> Response:
    """Sign a colleague out, or show the form again with what would pass."""
    return _done(sent_form(person_id), _colleague(person_id))


@page.get(GUARDIAN)
@may(*OFFICE)
def ask_guardian(pupil_id: UUID, person_id: UUID) -> Response:
    """Ask why a guardian is to be signed out."""
    return _page(_form(person_id, Given()), _guardian(pupil_id, person_id))


@page.post(GUARDIAN)
@may(*OFFICE, form=sent_form)
def guardian(pupil_id: UUID, person_id: UUID) -> Response:
    """Sign a guardian out, or show the form again with what would pass."""
    return _done(sent_form(person_id), _guardian(pupil_id, person_id))


def _colleague(person_id: UUID) -> Whom:
    found, actor = colleague_of(person_id)
    (one,) = found.colleagues
    if not one.may_sign_out:
        raise NotFound
    return Whom(name=one.name, actor=actor, back=url_for("staff.one", person_id=person_id))


def _guardian(pupil_id: UUID, person_id: UUID) -> Whom:
    found, actor = guardians_of(pupil_id)
    one = next((one for one in found.guardians if one.person_id == str(person_id)), None)
    if one is None or "sign_out" not in one.actions:
        raise NotFound
    return Whom(name=one.name, actor=actor, back=url_for("guardians.guardians", pupil_id=pupil_id))


def _form(person_id: UUID, given: Given) -> Form[SignOutPerson]:
    fixed = {"person_id": str(person_id)}
    return Form(Questions(message=SignOutPerson, title="退出所有设备", action="退出所有设备", fixed=fixed), given)


def _done(form: Form[SignOutPerson], whom: Whom) -> Response:
    try:
        here.houses().ask(SIGN_OUT_PERSON, form.load(), whom.actor, key=form.key)
    except ServiceError as problem:
        return _page(form.refused(problem), whom)
    flash("所有设备都退出了，一秒之内生效", "done")
    return view.go_to(whom.back)


def _page(form: Form[SignOutPerson], whom: Whom) -> Response:
    return view.form_page("signing_out.html", form, whom=whom)
