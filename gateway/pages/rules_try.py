"""试一试: a case that nobody has done is typed in, and the page says what the rules say of it, and why."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import Blueprint, Response, request, url_for

from contracts.actor import STAFF
from contracts.errors import ServiceError
from contracts.finding import Offer
from contracts.rulebook.draft import LAYER_OFFICE
from contracts.rulebook.trying import (
    TRY_CASE,
    FieldWords,
    LineLooked,
    Matter,
    TryCase,
)
from gateway import here, view
from gateway.access import may
from gateway.forms.field import Field, Option
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Errors, Questions
from gateway.forms.spoken import question
from gateway.pages.rules_desk import Desk, desk, stay
from gateway.pages.rules_row_form import matter_of, vocabulary_of
from gateway.texts.rules import OUTCOMES
from plumbing import clock

page = Blueprint("rules_try", __name__)
page.url_defaults(stay)
_ASKED = "asked"
_START = {"day_kind": "school_day", "draft": "false"}
_DRAFT = Field(
    name="draft", widget="radios", label="按哪一份规定",
    options=(Option(value="false", label="现在的规定"), Option(value="true", label="我们的草案")),
)
_OF_HOMEWORK = {"minutes": "预计用时（分钟）", "standing": "同类作业当天已有（分钟）"}


@dataclass(frozen=True, kw_only=True)
class CaseQuestions(Questions[TryCase]):
    """The questions of a case: the day, what the matter's vocabulary asks, and under which norms."""

    matter: Matter
    has_draft: bool

    def plain(self, given: Given) -> dict[str, Any]:
        """Return the plain values of the message; what may be any number of codes is said even where it is none."""
        said: dict[str, Any] = {}
        for one in self._spoken():
            answers = [value for value in given.getlist(one.name) if value.strip()]
            if one.kind == "codes":
                said[one.name] = answers
            elif answers:
                said[one.name] = answers[0]
        known = {name: given[name] for name in ("on", "draft", *_OF_HOMEWORK) if given.get(name, "").strip()}
        return {"about": self.matter.about, "said": said, **known}

    def fields(self, given: Given, errors: Errors) -> tuple[Field, ...]:
        """Return the fields a person is asked, answered so far."""
        on = Field(name="on", widget="date", label="哪一天")
        units = {measure.name: measure.unit for measure in self.matter.measures}
        spoken = [question(one, unit=units.get(one.name, "")) for one in self._spoken()]
        asked = [on, *spoken, *self._minutes()]
        if self.has_draft:
            asked.append(_DRAFT)
        return tuple(self._answered(one, given, errors) for one in asked)

    def _spoken(self) -> tuple[FieldWords, ...]:
        """Return what is asked of the matter besides the day, which says itself which day of the week it is."""
        return tuple(one for one in self.matter.fields if one.name != "weekday")

    def _minutes(self) -> list[Field]:
        if self.matter.about != "homework":
            return []
        return [Field(name=name, widget="minutes", label=label) for name, label in _OF_HOMEWORK.items()]


@page.get("/rules/try")
@may(*STAFF)
def matters() -> Response:
    """Ask what the case is about."""
    return view.page("rules_try_matters.html", matters=vocabulary_of(desk(*STAFF)).matters)


@page.get("/rules/try/<about>")
@may(*STAFF)
def one(about: str) -> Response:
    """Ask for the case, and say what the rules say of it as soon as it is told."""
    at = desk(*STAFF)
    matter, asked = matter_of(vocabulary_of(at), about), _ASKED in request.args
    given = request.args if asked else given_from(_START | {"on": clock.today()})
    form, tried = _form(at, matter, given), None
    if asked:
        try:
            tried = here.houses().ask(TRY_CASE, form.load(), at.actor)
        except ServiceError as problem:
            form.refused(problem)
    return view.form_page(
        "rules_try.html", form, matter=matter, tried=tried, asked=_ASKED, outcomes=OUTCOMES, with_offer=_with_offer,
        layers=[(layer, list(lines)) for layer, lines in groupby(tried.lines, key=_layer)] if tried else [],
    )


def _form(at: Desk, matter: Matter, given: Given) -> Form[TryCase]:
    questions = CaseQuestions(
        message=TryCase, title=f"试一试：{matter.words}", action="看看规定怎么说", matter=matter,
        has_draft=bool(at.actor.roles() & LAYER_OFFICE),
    )
    return Form(questions, given)


def _layer(line: LineLooked) -> str:
    return line.layer


def _with_offer(offer: Offer) -> str:
    """Return the address of the same case with an offer taken; commas stand between a list's values."""
    said: dict[str, Any] = {**request.args.to_dict(flat=False), offer.field: offer.value.split(",")}
    return url_for(".one", **(request.view_args or {}), **said)
