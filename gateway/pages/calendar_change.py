"""The three forms of a school's calendar: mark a day, give a day back, move a term."""

from datetime import date

from flask import Blueprint, Response, request

from contracts.actor import Role
from contracts.directory.calendar import Mark
from contracts.directory.own_calendar import MARK_DAY, MOVE_TERM, UNMARK_DAY, MarkDay, MoveTerm, UnmarkDay
from contracts.errors import NotFound
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.pages import calendar_form
from gateway.pages.calendar_form import VERSION
from gateway.pages.calendar_office import office_of
from gateway.texts.dates import full_day

page = Blueprint("calendar_change", __name__)
ADDRESS = "/schools/<code>/calendar/office"


def mark_form(code: str) -> Form[MarkDay]:
    """Return the form that marks a day, as sent."""
    return _mark(request.form)


def restore_form(code: str, on: str) -> Form[UnmarkDay]:
    """Return the form that gives a day back, as sent."""
    return _restore(on, request.form)


def move_form(code: str, number: int) -> Form[MoveTerm]:
    """Return the form that moves a term, as sent."""
    return _move(request.form)


@page.get(f"{ADDRESS}/days")
@may(Role.ACADEMIC_OFFICE)
def mark(code: str) -> Response:
    """Ask which day is to be what."""
    office = office_of(code)
    on = request.args.get("on", "")
    given = given_from({VERSION: office.calendar().version, "on": on, "mark": Mark.HOLIDAY})
    return calendar_form.page(office, _mark(given))


@page.post(f"{ADDRESS}/days")
@may(Role.ACADEMIC_OFFICE, form=mark_form)
def marked(code: str) -> Response:
    """Mark the day, or show the form again with what would pass."""
    return calendar_form.changed(office_of(code), MARK_DAY, mark_form(code))


@page.get(f"{ADDRESS}/days/<on>/restore")
@may(Role.ACADEMIC_OFFICE)
def restore(code: str, on: str) -> Response:
    """Ask why the day is given back to the district's calendar."""
    office = office_of(code)
    calendar = office.calendar()
    if on not in {day.isoformat() for day in calendar.own_days}:
        raise NotFound
    return calendar_form.page(office, _restore(on, given_from({VERSION: calendar.version})))


@page.post(f"{ADDRESS}/days/<on>/restore")
@may(Role.ACADEMIC_OFFICE, form=restore_form)
def restored(code: str, on: str) -> Response:
    """Give the day back, or show the form again with what forbids it."""
    return calendar_form.changed(office_of(code), UNMARK_DAY, restore_form(code, on))


@page.get(f"{ADDRESS}/terms/<int:number>")
@may(Role.ACADEMIC_OFFICE)
def move(code: str, number: int) -> Response:
    """Ask from when to when the term is to be."""
    office = office_of(code)
    calendar = office.calendar()
    if number >= len(calendar.terms):
        raise NotFound
    return calendar_form.page(office, _move(given_from({VERSION: calendar.version, **calendar.terms[number].dump()})))


@page.post(f"{ADDRESS}/terms/<int:number>")
@may(Role.ACADEMIC_OFFICE, form=move_form)
def moved(code: str, number: int) -> Response:
    """Move the term, or show the form again with what would pass."""
    return calendar_form.changed(office_of(code), MOVE_TERM, move_form(code, number))


def _mark(given: Given) -> Form[MarkDay]:
    return Form(Questions(message=MarkDay, title="标注一天", action="保存到校历", hidden=(VERSION,)), given)


def _restore(on: str, given: Given) -> Form[UnmarkDay]:
    title = f"恢复{_said(on)}"
    return Form(
        Questions(message=UnmarkDay, title=title, action="按区县校历恢复", hidden=(VERSION,), fixed={"on": on}), given
    )


def _move(given: Given) -> Form[MoveTerm]:
    title = f"调整{given.get('name', '学期')}"
    return Form(Questions(message=MoveTerm, title=title, action="保存到校历", hidden=(VERSION, "name")), given)


def _said(on: str) -> str:
    try:
        return full_day(date.fromisoformat(on))
    except ValueError as problem:
        raise NotFound from problem
