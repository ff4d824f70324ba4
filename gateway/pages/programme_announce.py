"""Announcing a programme: from when families may apply, and the letter to them (E2)."""

from datetime import time, timedelta
from pathlib import Path

from flask import Blueprint, Response, flash, request

from contracts.enrolment.programme import ANNOUNCE_PROGRAMME, PROGRAMME_OFFICE, AnnounceProgramme, Programme
from contracts.errors import Conflict, ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.pages.programme import ADDRESS, read
from gateway.pages.rules_desk import desk, stay
from plumbing import clock

page = Blueprint("programme_announce", __name__)
page.url_defaults(stay)
_SEQUENCE = "sequence"
_OPENS_AT = time(19)
_TWO_WEEKS = timedelta(days=14)
_LETTER = (Path(__file__).parent.parent / "texts" / "letter.txt").read_text(encoding="utf-8")


def sent_form(programme_id: object) -> Form[AnnounceProgramme]:
    """Return the form as sent."""
    return _form(programme_id, request.form)


@page.get(f"{ADDRESS}/announce")
@may(*PROGRAMME_OFFICE)
def ask(programme_id: object) -> Response:
    """Ask from when families may apply, and what they are to read."""
    found = read(desk(*PROGRAMME_OFFICE), str(programme_id))
    return _page(_form(programme_id, given_from(_said(found))), found)


@page.post(f"{ADDRESS}/announce")
@may(*PROGRAMME_OFFICE, form=sent_form)
def announce(programme_id: object) -> Response:
    """Announce it, or show the form again."""
    form = sent_form(programme_id)
    try:
        here.houses().ask(ANNOUNCE_PROGRAMME, form.load(), desk(*PROGRAMME_OFFICE).actor, key=form.key)
    except ServiceError as problem:
        return _again(programme_id, form.refused(problem))
    flash("已经公布，家长马上会收到消息", "done")
    return view.go("programme.one", programme_id=programme_id)


def _again(programme_id: object, form: Form[AnnounceProgramme]) -> Response:
    here.houses().patience.shorten()
    try:
        found = read(desk(*PROGRAMME_OFFICE), str(programme_id))
    except ServiceError:
        return view.returned(form)
    if isinstance(form.problem, Conflict):
        form.given = form.given.copy()
        form.given[_SEQUENCE] = str(found.sequence)
    return _page(form, found)


def _said(found: Programme) -> dict[str, object]:
    if found.opens_at is None:
        opens_on = clock.today() + timedelta(days=1)
        closes_on = min(opens_on + _TWO_WEEKS, found.last_day)
        return {
            _SEQUENCE: found.sequence, "opens_on": opens_on, "opens_at": f"{_OPENS_AT:%H:%M}", "closes_on": closes_on,
            "letter": _LETTER, "most_clubs": found.most_clubs, "placing": found.placing.value,
        }
    opens_at = found.opens_at.astimezone(clock.SCHOOL_PLACE)
    return {
        _SEQUENCE: found.sequence, "opens_on": opens_at.date(), "opens_at": f"{opens_at:%H:%M}",
        "closes_on": found.closes_on, "letter": found.letter, "most_clubs": found.most_clubs,
        "placing": found.placing.value,
    }


def _form(programme_id: object, given: Given) -> Form[AnnounceProgramme]:
    questions = Questions(
        message=AnnounceProgramme, title="公布课后服务", action="公布", fixed={"programme_id": str(programme_id)},
        hidden=(_SEQUENCE,),
    )
    return Form(questions, given)


def _page(form: Form[AnnounceProgramme], found: Programme) -> Response:
    return view.form_page("programme_form.html", form, programme=found)
