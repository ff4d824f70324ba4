"""The forms of a district's seasons: say from when on the winter or summer timetable holds, and take it back."""

from datetime import date

from flask import Blueprint, Response, request

from contracts.actor import Role
from contracts.directory.calendar import Season
from contracts.directory.district_calendar import DROP_SEASON, KEEP_SEASON, DropSeason, KeepSeason
from contracts.errors import NotFound
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.pages import calendar_form
from gateway.pages.calendar_form import VERSION
from gateway.pages.district_calendar import district_office
from gateway.texts.dates import full_day

page = Blueprint("district_season", __name__)
ADDRESS = "/district/calendar/seasons"


def season_form(first: str | None = None) -> Form[KeepSeason]:
    """Return the form that keeps a season, as sent; `first` is when the one began that it replaces."""
    return _season(first, request.form)


def dropping_form(first: str) -> Form[DropSeason]:
    """Return the form that drops a season, as sent."""
    return _dropping(first, request.form)


@page.get(f"{ADDRESS}/new")
@may(Role.DISTRICT_OFFICE)
def new() -> Response:
    """Ask for a season that is not there yet."""
    office = district_office()
    return calendar_form.page(office, _season(None, given_from({VERSION: office.calendar().version})))


@page.post(f"{ADDRESS}/new")
@may(Role.DISTRICT_OFFICE, form=season_form)
def kept() -> Response:
    """Let the season begin, or show the form again with what would pass."""
    return calendar_form.changed(district_office(), KEEP_SEASON, season_form())


@page.get(f"{ADDRESS}/<first>")
@may(Role.DISTRICT_OFFICE)
def change(first: str) -> Response:
    """Ask what is to be instead of the season that begins on the day."""
    version, season = _stands(first)
    return calendar_form.page(district_office(), _season(first, given_from({VERSION: version, **season.dump()})))


@page.post(f"{ADDRESS}/<first>")
@may(Role.DISTRICT_OFFICE, form=season_form)
def changed(first: str) -> Response:
    """Let the season be another, or show the form again with what would pass."""
    return calendar_form.changed(district_office(), KEEP_SEASON, season_form(first))


@page.get(f"{ADDRESS}/<first>/remove")
@may(Role.DISTRICT_OFFICE)
def dropping(first: str) -> Response:
    """Ask why no season is to begin on the day."""
    version, _ = _stands(first)
    return calendar_form.page(district_office(), _dropping(first, given_from({VERSION: version})))


@page.post(f"{ADDRESS}/<first>/remove")
@may(Role.DISTRICT_OFFICE, form=dropping_form)
def dropped(first: str) -> Response:
    """Let no season begin on the day, or show the form again with what forbids it."""
    return calendar_form.changed(district_office(), DROP_SEASON, dropping_form(first))


def _stands(first: str) -> tuple[int, Season]:
    calendar = district_office().calendar()
    season = next((one for one in calendar.seasons if one.first.isoformat() == first), None)
    if season is None:
        raise NotFound
    return calendar.version, season


def _season(first: str | None, given: Given) -> Form[KeepSeason]:
    title, fixed = (f"调整{_said(first)}起的作息", {"instead_of": first}) if first else ("新增一段作息", {})
    questions = Questions(message=KeepSeason, title=title, action="保存并发布", hidden=(VERSION,), fixed=fixed)
    return Form(questions, given)


def _dropping(first: str, given: Given) -> Form[DropSeason]:
    title = f"取消{_said(first)}起的作息"
    questions = Questions(
        message=DropSeason, title=title, action="取消并发布", hidden=(VERSION,), fixed={"first": first}
    )
    return Form(questions, given)


def _said(on: str) -> str:
    try:
        return full_day(date.fromisoformat(on))
    except ValueError as problem:
        raise NotFound from problem
