"""The forms of a district's calendar: mark days and give them back, keep and drop terms, say what is certain."""

from datetime import date

from flask import Blueprint, Response, request

from contracts.actor import Role
from contracts.directory.calendar import Mark, Term
from contracts.directory.district_calendar import (
    DROP_TERM,
    KEEP_TERM,
    MARK_DAYS,
    SETTLE_DAYS,
    UNMARK_DAYS,
    DropTerm,
    KeepTerm,
    MarkDays,
    SettleDays,
    UnmarkDays,
)
from contracts.errors import NotFound
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.pages import calendar_form
from gateway.pages.calendar_form import VERSION
from gateway.pages.district_calendar import district_office
from gateway.texts.dates import short_day

page = Blueprint("district_calendar_change", __name__)
ADDRESS, SAVE = "/district/calendar", "保存并发布"


def days_form() -> Form[MarkDays]:
    """Return the form that marks days, as sent."""
    return _days(request.form)


def removal_form(first: str, last: str) -> Form[UnmarkDays]:
    """Return the form that takes a mark back, as sent."""
    return _removal(first, last, request.form)


def term_form(number: int | None = None) -> Form[KeepTerm]:
    """Return the form that keeps a term, as sent."""
    return _term(request.form, new=number is None)


def dropping_form(number: int) -> Form[DropTerm]:
    """Return the form that drops a term, as sent."""
    return _dropping(request.form)


def certainty_form() -> Form[SettleDays]:
    """Return the form that says what is certain, as sent."""
    return _certainty(request.form)


@page.get(f"{ADDRESS}/days")
@may(Role.DISTRICT_OFFICE)
def days() -> Response:
    """Ask which days are to be what."""
    office = district_office()
    return calendar_form.page(office, _days(given_from({VERSION: office.calendar().version, "mark": Mark.HOLIDAY})))


@page.post(f"{ADDRESS}/days")
@may(Role.DISTRICT_OFFICE, form=days_form)
def marked() -> Response:
    """Mark the days, or show the form again with what would pass."""
    return calendar_form.changed(district_office(), MARK_DAYS, days_form())


@page.get(f"{ADDRESS}/days/<first>/<last>/remove")
@may(Role.DISTRICT_OFFICE)
def removal(first: str, last: str) -> Response:
    """Ask why nothing special is to be said of the days any more."""
    office = district_office()
    return calendar_form.page(office, _removal(first, last, given_from({VERSION: office.calendar().version})))


@page.post(f"{ADDRESS}/days/<first>/<last>/remove")
@may(Role.DISTRICT_OFFICE, form=removal_form)
def removed(first: str, last: str) -> Response:
    """Take the mark back, or show the form again with what forbids it."""
    return calendar_form.changed(district_office(), UNMARK_DAYS, removal_form(first, last))


@page.get(f"{ADDRESS}/terms/new")
@may(Role.DISTRICT_OFFICE)
def new_term() -> Response:
    """Ask for a term that is not there yet."""
    office = district_office()
    return calendar_form.page(office, _term(given_from({VERSION: office.calendar().version}), new=True))


@page.post(f"{ADDRESS}/terms/new")
@may(Role.DISTRICT_OFFICE, form=term_form)
def term_kept() -> Response:
    """Let there be the term, or show the form again with what would pass."""
    return calendar_form.changed(district_office(), KEEP_TERM, term_form())


@page.get(f"{ADDRESS}/terms/<int:number>")
@may(Role.DISTRICT_OFFICE)
def move(number: int) -> Response:
    """Ask from when to when the term is to be."""
    office = district_office()
    version, term = _stands(number)
    return calendar_form.page(office, _term(given_from({VERSION: version, **term.dump()}), new=False))


@page.post(f"{ADDRESS}/terms/<int:number>")
@may(Role.DISTRICT_OFFICE, form=term_form)
def moved(number: int) -> Response:
    """Move the term, or show the form again with what would pass."""
    return calendar_form.changed(district_office(), KEEP_TERM, term_form(number))


@page.get(f"{ADDRESS}/terms/<int:number>/remove")
@may(Role.DISTRICT_OFFICE)
def dropping(number: int) -> Response:
    """Ask why there is to be no such term."""
    version, term = _stands(number)
    return calendar_form.page(district_office(), _dropping(given_from({VERSION: version, "name": term.name})))


@page.post(f"{ADDRESS}/terms/<int:number>/remove")
@may(Role.DISTRICT_OFFICE, form=dropping_form)
def dropped(number: int) -> Response:
    """Let there be no such term, or show the form again with what forbids it."""
    return calendar_form.changed(district_office(), DROP_TERM, dropping_form(number))


@page.get(f"{ADDRESS}/certainty")
@may(Role.DISTRICT_OFFICE)
def certainty() -> Response:
    """Ask from when on nothing is certain."""
    office = district_office()
    stands = office.calendar()
    given = given_from({VERSION: stands.version, "provisional_from": stands.provisional_from})
    return calendar_form.page(office, _certainty(given))


@page.post(f"{ADDRESS}/certainty")
@may(Role.DISTRICT_OFFICE, form=certainty_form)
def settled() -> Response:
    """Say what is certain, or show the form again."""
    return calendar_form.changed(district_office(), SETTLE_DAYS, certainty_form())


def _stands(number: int) -> tuple[int, Term]:
    calendar = district_office().calendar()
    if number >= len(calendar.terms):
        raise NotFound
    return calendar.version, calendar.terms[number]


def _days(given: Given) -> Form[MarkDays]:
    return Form(Questions(message=MarkDays, title="标注放假或调休", action=SAVE, hidden=(VERSION,)), given)


def _removal(first: str, last: str, given: Given) -> Form[UnmarkDays]:
    span = _said(first) if first == last else f"{_said(first)}至{_said(last)}"
    questions = Questions(
        message=UnmarkDays, title=f"取消标注：{span}", action="取消并发布", hidden=(VERSION,),
        fixed={"first": first, "last": last},
    )
    return Form(questions, given)


def _term(given: Given, *, new: bool) -> Form[KeepTerm]:
    title, hidden = ("新增学期", (VERSION,)) if new else (f"调整{given.get('name', '学期')}", (VERSION, "name"))
    return Form(Questions(message=KeepTerm, title=title, action=SAVE, hidden=hidden), given)


def _dropping(given: Given) -> Form[DropTerm]:
    title = f"取消{given.get('name', '学期')}"
    return Form(Questions(message=DropTerm, title=title, action="取消并发布", hidden=(VERSION, "name")), given)


def _certainty(given: Given) -> Form[SettleDays]:
    return Form(Questions(message=SettleDays, title="哪些日子还没有确定", action=SAVE, hidden=(VERSION,)), given)


def _said(on: str) -> str:
    try:
        return short_day(date.fromisoformat(on))
    except ValueError as problem:
        raise NotFound from problem
