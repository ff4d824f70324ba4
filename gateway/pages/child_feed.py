"""A child's after-school places as iCalendar for its family: every school day of the term, by the school's calendar."""

from uuid import UUID

from flask import Blueprint, Response, make_response

from contracts.actor import Role
from contracts.directory.calendar import CALENDAR, ReadCalendar
from contracts.enrolment.child_times import CHILD_TIMES, ReadChildTimes
from contracts.errors import Conflict, NotFound
from gateway import here
from gateway.access import may
from gateway.child_calendar import child_calendar
from gateway.pages.children import Child, children
from gateway.pages.feed import CONTENT_TYPE
from gateway.roll import roll

page = Blueprint("child_feed", __name__)


@page.get("/family/children/<uuid:pupil_id>/after-school.ics")
@may(Role.GUARDIAN)
def feed(pupil_id: UUID) -> Response:
    """Give the child's times to its family's own calendar; where it has no place there is nothing to give."""
    child = _own(str(pupil_id))
    calendar = here.houses().later(CALENDAR, ReadCalendar(), child.actor)
    names = roll((child.actor,), pupil_ids=[child.pupil_id])
    found = here.houses().ask(CHILD_TIMES, ReadChildTimes(pupil_id=child.pupil_id), child.actor)
    if not found.times:
        raise Conflict("孩子还没有课后服务的名额，没有日历可以下载。")
    whose = names.pupil(child.pupil_id) if names.knows_pupil(child.pupil_id) else ""
    response = make_response(child_calendar(found, calendar.answer(), whose))
    response.headers["Content-Type"] = CONTENT_TYPE
    response.headers["Content-Disposition"] = "attachment; filename=after-school.ics"
    response.headers["Cache-Control"] = "no-store"
    return response


def _own(pupil_id: str) -> Child:
    found = next((child for child in children() if child.pupil_id == pupil_id), None)
    if found is None:
        raise NotFound
    return found
