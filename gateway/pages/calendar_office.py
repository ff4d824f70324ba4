"""校历管理: the academic office sees what its school does otherwise than its district, who changed what, and why."""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, Response, url_for

from contracts.actor import Actor, Role
from contracts.directory.calendar import CALENDAR, Calendar, ReadCalendar
from contracts.directory.own_calendar import EDITIONS, Edition, ListEditions
from contracts.directory.school import School
from contracts.errors import NotFound
from gateway import here, view
from gateway.access import may
from gateway.language import phrase
from gateway.pages.agenda import Kind, agenda
from gateway.roll import roll
from gateway.school import school_of
from plumbing import clock

page = Blueprint("calendar_office", __name__)
ACTIONS = {"mark_day": "标注一天", "unmark_day": "恢复一天", "move_term": "调整学期"}


@dataclass(frozen=True, kw_only=True)
class Office:
    """An academic office at work: its school, and who acts there."""

    school: School
    actor: Actor
    whose = "校历管理"

    def calendar(self) -> Calendar:
        """Return the calendar in force at the school. Raises NotFound where the district has published none."""
        return here.houses().ask(CALENDAR, ReadCalendar(), self.actor)

    @property
    def address(self) -> str:
        """Return where the calendar is looked after."""
        return url_for("calendar_office.overview", code=self.school.code)


def office_of(code: str) -> Office:
    """Return the office of the school of an address. Raises NotFound for whoever does not work there."""
    school = school_of(code)
    actors = (actor for actor in here.caller().actors(Role.ACADEMIC_OFFICE) if actor.school_id == school.school_id)
    actor = next(actors, None)
    if actor is None:
        raise NotFound
    return Office(school=school, actor=actor)


@page.get("/schools/<code>/calendar/office")
@may(Role.ACADEMIC_OFFICE)
def overview(code: str) -> Response:
    """Show terms, special days and changes, each with what can be done about it."""
    office = office_of(code)
    editions = here.houses().later(EDITIONS, ListEditions(), office.actor)
    calendar = office.calendar()
    done = editions.or_none()
    names = roll((office.actor,), person_ids=[edition.changed_by for edition in done.editions] if done else ())
    return view.page(
        "calendar_office.html", school=office.school, calendar=calendar, days=_special_days(calendar),
        editions=done.editions if done else None, name_of=names.person, about=_about, actions=ACTIONS,
    )


def _special_days(calendar: Calendar) -> list[tuple[date, str, bool]]:
    """Return the special days from today on, and whether each is the school's own word."""
    today = clock.today()
    return [
        (on, entry.words, entry.own)
        for entry in agenda(calendar) if entry.kind is not Kind.TERM and (entry.last >= today or entry.own)
        for on in (entry.dates if entry.own else (entry.first,))
    ]


def _about(edition: Edition) -> str:
    """Return what was changed, as people say it."""
    return phrase("{0}：{1}", ACTIONS.get(edition.action, edition.action), edition.about)
