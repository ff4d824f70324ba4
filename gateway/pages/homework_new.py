"""布置作业: a teacher writes a piece, sees the day's minutes while writing, and publishes it (H1, H2, H7)."""

from typing import Any

from flask import Blueprint, Response, flash, request

from contracts.actor import Role
from contracts.directory.calendar import CALENDAR, ReadCalendar
from contracts.errors import InvalidRequest, KeyReused, ServiceError
from contracts.homework.assignment import JUDGE, PUBLISH, Judged, PublishHomework
from gateway import here, view
from gateway.access import may
from gateway.forms import offers
from gateway.forms.form import KEY, Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.pages import day_budget, teaching
from gateway.pages.school_day import first_school_day
from plumbing import clock
from plumbing.ids import new_id

page = Blueprint("homework_new", __name__)
ORDER = (teaching.NAME, "day", "kind", "place", "content", "minutes", "practices")


def sent_form() -> Form[PublishHomework]:
    """Return the form as sent, with a tapped offer in its place."""
    return _form(offers.taken(PublishHomework, request.form))


@page.get("/homework/new")
@may(Role.TEACHER)
def write() -> Response:
    """Show an empty form for the next school day.

    Its key is in the address: a browser that goes back, or reloads, shows the same form again, not a second one.
    """
    if KEY not in request.args:
        begun = {name: request.args[name] for name in (teaching.NAME, "day") if name in request.args}
        return view.go("homework_new.write", **begun, **{KEY: new_id()})
    return _page(_form(_start()))


@page.post("/homework/check")
@may(Role.TEACHER, form=sent_form)
def check() -> Response:
    """Say what publishing would meet now: a fragment for a page with scripts, the whole page without."""
    teaching.learn_class_names(here.caller())
    form = sent_form()
    judged = _judged(form)
    if judged:
        form.findings = judged.findings
    if "HX-Request" in request.headers:
        return view.page("parts/live.html", form=form, day=day_budget.seen(form, judged))
    return _page(form, judged)


@page.post("/homework/new")
@may(Role.TEACHER, form=sent_form)
def publish() -> Response:
    """Publish, or show the form again with what forbids it and what would pass."""
    teaching.learn_class_names(here.caller())
    form = sent_form()
    try:
        ask = form.load()
        actor = teaching.teacher_of(here.caller(), ask.class_id)
        published = here.houses().ask(PUBLISH, ask, actor, key=form.key)
    except ServiceError as problem:
        return _page(form.refused(problem))
    for warning in published.warnings[:3]:
        flash(f"{warning.sentence}（{warning.arithmetic}）", "warning")
    flash("已发布到公示栏", "done")
    return view.go("homework_one.read", assignment_id=published.assignment_id)


def _form(given: Given) -> Form[PublishHomework]:
    joined = teaching.joined(given.get(teaching.NAME, ""))
    questions = Questions(message=PublishHomework, title="布置作业", action="发布到公示栏", order=ORDER, joined=joined)
    return Form(questions, given)


def _start() -> Given:
    """Begin with the next school day, and with the class when there is but one."""
    caller = here.caller()
    calendar = here.houses().later(CALENDAR, ReadCalendar(), caller.actors(Role.TEACHER)[0])
    teaching.learn_class_names(caller)
    options = teaching.joined().options
    chosen = request.args.get(teaching.NAME) or (options[0].value if len(options) == 1 else "")
    day = request.args.get("day") or first_school_day(calendar.or_none(), clock.today())
    return given_from({teaching.NAME: chosen, "day": day, "place": "school", KEY: request.args[KEY]})


def _judged(form: Form[PublishHomework]) -> Judged | None:
    """Ask what the rules say, as soon as the draft is complete."""
    try:
        draft = form.load()
        return here.houses().ask(JUDGE, draft, teaching.teacher_of(here.caller(), draft.class_id))
    except InvalidRequest:
        return None


def _page(form: Form[PublishHomework], judged: Judged | None = None) -> Response:
    if form.problem is not None:
        here.houses().patience.shorten()
    return view.form_page("homework_new.html", form, day=day_budget.seen(form, judged), stands=_stands(form.problem))


def _stands(problem: ServiceError | None) -> Any:
    """Return the id of the piece that this very form has published before."""
    return problem.details.get("stands", {}).get("assignment_id") if isinstance(problem, KeyReused) else None
