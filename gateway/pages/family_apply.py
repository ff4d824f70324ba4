"""课后服务申请: choose, check, done. What was chosen travels in the page, nothing is kept in between (E3)."""

from flask import Blueprint, Response, flash, request

from contracts.actor import Role
from contracts.enrolment.application import APPLY, Apply
from contracts.enrolment.offering import OFFERINGS, ListOfferings, OfferingKind, Offerings
from contracts.errors import Conflict, InvalidRequest, ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import SAME_KEY_AGAIN, Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.pages.children import Child, chosen_child
from gateway.pages.choices import clubs, days
from gateway.roll import Roll, roll

page = Blueprint("family_apply", __name__)


def sent_form() -> Form[Apply]:
    """Return the form as sent, without the choices that only enrolment knows."""
    return _form(request.args.get("child", ""), request.form, None)


@page.get("/family/apply")
@may(Role.GUARDIAN)
def choose() -> Response:
    """Step one: which days of care, which club."""
    child = chosen_child()
    offered = _offered(child)
    return _choose(_form(child.pupil_id, request.args, offered), child, offered)


@page.get("/family/apply/check")
@may(Role.GUARDIAN)
def check() -> Response:
    """Step two: everything once more, to be sent or changed."""
    child = chosen_child()
    offered = _offered(child)
    form = _form(child.pupil_id, request.args, offered)
    try:
        return _check(form, form.load(), child, offered)
    except InvalidRequest as problem:
        return _choose(form.refused(problem), child, offered)


@page.post("/family/apply")
@may(Role.GUARDIAN, form=sent_form)
def apply() -> Response:
    """Step three: send it; what enrolment says no to leads back to step one with all that was chosen."""
    child = chosen_child()
    form = _form(child.pupil_id, request.form, None)
    try:
        application = here.houses().ask(APPLY, form.load(), child.actor, key=form.key)
    except ServiceError as problem:
        return _again(form.refused(problem), child)
    flash("申请已提交，学校审核后会告诉您", "done")
    return view.go("application.read", application_id=application.application_id)


def _again(form: Form[Apply], child: Child) -> Response:
    here.houses().patience.shorten()
    try:
        offered = _offered(child)
    except ServiceError:
        return view.returned(form)
    if isinstance(form.problem, SAME_KEY_AGAIN):
        return _check(form, form.load(), child, offered)
    form.questions = _questions(child.pupil_id, offered)
    return _choose(form, child, offered)


def _check(form: Form[Apply], ask: Apply, child: Child, offered: Offerings) -> Response:
    known = {o.offering_id: o for o in offered.offerings}
    chosen = [known[club_id] for club_id in ask.club_ids if club_id in known]
    return view.form_page("apply_check.html", form, ask=ask, child=child, chosen=chosen, names=_names(child))


def _choose(form: Form[Apply], child: Child, offered: Offerings) -> Response:
    stands = form.problem.details.get("stands", {}) if isinstance(form.problem, Conflict) else {}
    care = [o for o in offered.offerings if o.kind is OfferingKind.BASIC_CARE]
    return view.form_page(
        "apply.html", form, child=child, offered=offered, care=care, names=_names(child),
        stands=stands.get("application_id"),
    )


def _form(pupil_id: str, given: Given, offered: Offerings | None) -> Form[Apply]:
    return Form(_questions(pupil_id, offered), given)


def _questions(pupil_id: str, offered: Offerings | None) -> Questions[Apply]:
    """Without the offerings a club is carried along unseen: its number would tell a family nothing."""
    return Questions(
        message=Apply, title="课后服务申请", action="下一步：核对", fixed={"pupil_id": pupil_id},
        hidden=("programme_id",) if offered else ("programme_id", "club_ids"),
        options={"care_weekdays": days(offered), "club_ids": clubs(offered)} if offered else {},
    )


def _offered(child: Child) -> Offerings:
    """Return what is on offer in the term that the page is about; in the first that is open where it names none."""
    ask = ListOfferings(pupil_id=child.pupil_id, programme_id=request.values.get("programme_id") or None)
    return here.houses().ask(OFFERINGS, ask, child.actor)


def _names(child: Child) -> Roll:
    return roll((child.actor,), pupil_ids=[child.pupil_id])
