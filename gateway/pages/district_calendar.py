"""区县校历: the district's office sees its terms, seasons, special days and changes, each with what can be done."""

from dataclasses import dataclass

from flask import Blueprint, Response, url_for

from contracts.actor import Actor, Role
from contracts.directory.calendar import Calendar
from contracts.directory.district_calendar import (
    DISTRICT_CALENDAR,
    DISTRICT_EDITIONS,
    DistrictCalendar,
    ReadDistrictCalendar,
)
from contracts.directory.own_calendar import Edition, ListEditions
from gateway import here, view
from gateway.access import may
from gateway.language import phrase
from gateway.pages.agenda import Entry, Kind, agenda
from gateway.pages.seasons import words_of
from gateway.roll import roll
from plumbing import clock

page = Blueprint("district_calendar", __name__)
ACTIONS = {
    "mark_days": "标注日子", "unmark_days": "取消标注", "keep_term": "学期", "drop_term": "取消学期",
    "settle_days": "尚未确定的日子", "keep_season": "作息", "drop_season": "取消作息",
}
ALL_FINAL = "全部确定"


@dataclass(frozen=True, kw_only=True)
class DistrictOffice:
    """A district's office at work."""

    actor: Actor
    whose = "区县校历"

    def calendar(self) -> DistrictCalendar:
        """Return the calendar of the district, an empty one where it has published none."""
        return here.houses().ask(DISTRICT_CALENDAR, ReadDistrictCalendar(), self.actor)

    @property
    def address(self) -> str:
        """Return where the calendar is looked after."""
        return url_for("district_calendar.overview")


def district_office() -> DistrictOffice:
    """Return the office of the person who asks; the rule of the route has let nobody else in."""
    return DistrictOffice(actor=here.caller().actors(Role.DISTRICT_OFFICE)[0])


@page.get("/district/calendar")
@may(Role.DISTRICT_OFFICE)
def overview() -> Response:
    """Show terms, seasons, special days from today on, and changes."""
    office = district_office()
    editions = here.houses().later(DISTRICT_EDITIONS, ListEditions(), office.actor)
    calendar = office.calendar()
    done = editions.or_none()
    names = roll((office.actor,), person_ids=[edition.changed_by for edition in done.editions] if done else ())
    return view.page(
        "district_calendar.html", calendar=calendar, days=_special_days(calendar),
        editions=done.editions if done else None, name_of=names.person, about=_about, words_of=words_of,
    )


def _special_days(calendar: DistrictCalendar) -> list[Entry]:
    stated = Calendar(terms=calendar.terms, marked=calendar.marked, provisional_from=calendar.provisional_from)
    today = clock.today()
    return [entry for entry in agenda(stated) if entry.kind is not Kind.TERM and entry.last >= today]


def _about(edition: Edition) -> str:
    """Return what was changed, as people say it."""
    about = edition.about.replace("/", "至") or ALL_FINAL
    return phrase("{0}：{1}", ACTIONS.get(edition.action, edition.action), about)
