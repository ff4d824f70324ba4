"""The three forms of a school's calendar: mark a day, give a day back, move a term."""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Blueprint, Response, flash, request

from contracts.actor import Role
from contracts.call import Call
from contracts.directory.calendar import Calendar, Mark
from contracts.directory.own_calendar import MARK_DAY, MOVE_TERM, UNMARK_DAY, MarkDay, MoveTerm, UnmarkDay
from contracts.errors import Conflict, NotFound, ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.pages.calendar_office import office_of
from gateway.texts.dates import full_day

page = Blueprint("calendar_change", __name__)
VERSION = "version"
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
    calendar = office_of(code).calendar()
    on = request.args.get("on", "")
    return _page(code, _mark(given_from({VERSION: calendar.version, "on": on, "mark": Mark.HOLIDAY})))


@page.post(f"{ADDRESS}/days")
@may(Role.ACADEMIC_OFFICE, form=mark_form)
def marked(code: str) -> Response:
    """Mark the day, or show the form again with what would pass."""
    return _changed(code, MARK_DAY, mark_form(code))


@page.get(f"{ADDRESS}/days/<on>/restore")
@may(Role.ACADEMIC_OFFICE)
def restore(code: str, on: str) -> Response:
    """Ask why the day is given back to the district's calendar."""
    calendar = office_of(code).calendar()
    if on not in {day.isoformat() for day in calendar.own_days}:
        raise NotFound
    return _page(code, _restore(on, given_from({VERSION: calendar.version})))


@page.post(f"{ADDRESS}/days/<on>/restore")
@may(Role.ACADEMIC_OFFICE, form=restore_form)
def restored(code: str, on: str) -> Response:
    """Give the day back, or show the form again with what forbids it."""
    return _changed(code, UNMARK_DAY, restore_form(code, on))


@page.get(f"{ADDRESS}/terms/<int:number>")
@may(Role.ACADEMIC_OFFICE)
def move(code: str, number: int) -> Response:
    """Ask from when to when the term is to be."""
    calendar = office_of(code).calendar()
    if number >= len(calendar.terms):
        raise NotFound
    return _page(code, _move(given_from({VERSION: calendar.version, **calendar.terms[number].dump()})))


@page.post(f"{ADDRESS}/terms/<int:number>")
@may(Role.ACADEMIC_OFFICE, form=move_form)
def moved(code: str, number: int) -> Response:
    """Move the term, or show the form again with what would pass."""
    return _changed(code, MOVE_TERM, move_form(code, number))


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


def _changed(code: str, call: Call[Any, Any], form: Form[Any]) -> Response:
    office = office_of(code)
    try:
        here.houses().ask(call, form.load(), office.actor, key=form.key)
    except ServiceError as problem:
        return _again(code, form.refused(problem), office.calendar)
    flash("校历已更新，作业和课后服务按新的校历计算", "done")
    return view.go("calendar_office.overview", code=code)


def _again(code: str, form: Form[Any], read: Callable[[], Calendar]) -> Response:
    """Show the refused form; after somebody else's change it is about the calendar as it stands now."""
    here.houses().patience.shorten()
    if isinstance(form.problem, Conflict):
        try:
            form.given = form.given.copy()
            form.given[VERSION] = str(read().version)
        except ServiceError:
            return view.returned(form)
    return _page(code, form)


def _page(code: str, form: Form[Any]) -> Response:
    return view.form_page("calendar_change.html", form, code=code)
