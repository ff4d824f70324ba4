"""重算: what a school's draft would have made of homework that was really set, as tables and as a picture."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from flask import Blueprint, Response, request

from contracts.actor import OFFICE
from contracts.errors import ServiceError
from contracts.fields import LocalDate
from contracts.homework.replay import (
    ASK_REPLAY,
    REPLAY,
    AskReplay,
    Flips,
    ReadReplay,
    Replay,
    ReplayedLayer,
)
from contracts.job import JobState
from contracts.message import Message, of
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.pages.bar import WIDTH
from gateway.pages.rules_desk import desk, stay
from gateway.pages.rules_draft import draft_of
from gateway.texts.classes import class_name, grade_name
from gateway.texts.flips import FLIP_COLOURS, FLIPS
from plumbing import clock

page = Blueprint("rules_replay", __name__)
page.url_defaults(stay)
_A_MONTH = timedelta(days=30)
_UNDER_WAY = (JobState.QUEUED, JobState.RUNNING)


class Period(Message):
    """Which homework is looked at."""

    first: date = of(LocalDate(metadata={"label": "从哪一天"}))
    last: date = of(LocalDate(metadata={"label": "到哪一天", "hint": "最多一个学年"}))


@dataclass(frozen=True, kw_only=True)
class Line:
    """How many verdicts flip for one grade, class or subject; `refused_length` and `allowed_length` are drawn."""

    name: str
    flips: Flips
    refused_length: int
    allowed_length: int


def sent_form() -> Form[Period]:
    """Return the form as sent."""
    return _form(request.form)


@page.get("/rules/draft/replay")
@may(*OFFICE)
def ask() -> Response:
    """Ask which days' homework is to be looked at: the last month's, unless another period is said."""
    today = clock.today()
    return _ask_page(_form(given_from({"first": today - _A_MONTH, "last": today})))


@page.post("/rules/draft/replay")
@may(*OFFICE, form=sent_form)
def begin() -> Response:
    """Let it be worked out, or show the form again."""
    at, form = desk(*OFFICE), sent_form()
    try:
        period, draft = form.load(), draft_of(at)
        asked = AskReplay(
            layer=ReplayedLayer.SCHOOL, norms=draft.norms, first=period.first, last=period.last,
            as_of=draft.first_change,
        )
        begun = here.houses().ask(ASK_REPLAY, asked, at.actor, key=form.key)
    except ServiceError as problem:
        return _ask_page(form.refused(problem))
    return view.go(".one", replay_id=begun.replay_id)


@page.get("/rules/replays/<uuid:replay_id>")
@may(*OFFICE)
def one(replay_id: UUID) -> Response:
    """Show how far it is, and what was found."""
    ask = ReadReplay(replay_id=str(replay_id))
    found, _ = here.houses().first(REPLAY, ask, here.caller().actors(*OFFICE))
    return view.page(
        "rules_replay.html", replay=found, under_way=found.job.state in _UNDER_WAY, tables=_tables(found),
        changes=_changes(found), flips=FLIPS, colours=FLIP_COLOURS, width=WIDTH, class_name=_class_name(found),
    )


def _form(given: Given) -> Form[Period]:
    return Form(Questions(message=Period, title="用已经布置的作业算一遍", action="开始算"), given)


def _ask_page(form: Form[Period]) -> Response:
    return view.form_page("rules_replay_ask.html", form)


def _changes(replay: Replay) -> list[tuple[int, str]]:
    """Return how many verdicts flip, kind by kind, without those of which there is none."""
    counted = [(getattr(replay.result.flips, kind), words) for kind, words in FLIPS.items()] if replay.result else []
    return [(number, words) for number, words in counted if number]


def _tables(replay: Replay) -> list[tuple[str, str, list[Line]]]:
    """Return what flips by grade, class and subject."""
    result = replay.result
    if result is None:
        return []
    return [
        ("按年级", "年级", _lines((grade_name(one.grade), one) for one in result.by_grade)),
        ("按班级", "班级", _lines((class_name(one.grade, one.number), one) for one in result.by_class)),
        ("按学科", "学科", _lines((one.subject, one) for one in result.by_subject)),
    ]


def _lines(named: Iterable[tuple[str, Flips]]) -> list[Line]:
    rows = list(named)
    most = max((flips.refused + flips.allowed for _, flips in rows), default=0) or 1
    return [
        Line(
            name=name, flips=flips, refused_length=round(WIDTH * flips.refused / most),
            allowed_length=round(WIDTH * flips.allowed / most),
        )
        for name, flips in rows
    ]


def _class_name(replay: Replay) -> dict[str, str]:
    by_class = replay.result.by_class if replay.result else ()
    return {one.class_id: class_name(one.grade, one.number) for one in by_class}
