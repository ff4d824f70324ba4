"""One roster: how far it is, what its check found, what is wrong where, and the button that takes it in."""

from urllib.parse import quote
from uuid import UUID

from flask import Blueprint, Response, make_response, request

from contracts.actor import OFFICE, Actor
from contracts.directory.roster import GET_PIECE, ROSTER, TAKE_IN_ROSTER, ReadRoster, Roster, TakeInRoster
from contracts.errors import NotFound, ServiceError
from contracts.job import JobState, JobStatus
from gateway import here, view
from gateway.access import may
from gateway.forms.form import KEY
from gateway.statuses import headers_of, status_of
from gateway.texts.roster import CHANGES, NUMBERS
from plumbing.ids import new_id

page = Blueprint("roster_one", __name__)
_FILE_NAME = "名册-已标注.xlsx"
_UNDER_WAY = (JobState.QUEUED, JobState.RUNNING)


@page.get("/school/rosters/<uuid:roster_id>")
@may(*OFFICE)
def one(roster_id: UUID) -> Response:
    """Show how far the roster is, and what was found."""
    return _page(_found(roster_id)[0])


@page.post("/school/rosters/<uuid:roster_id>")
@may(*OFFICE)
def take_in(roster_id: UUID) -> Response:
    """Let the good rows stand, or say why not."""
    found, actor = _found(roster_id)
    key = request.form.get(KEY) or new_id()
    try:
        here.houses().ask(TAKE_IN_ROSTER, TakeInRoster(roster_id=str(roster_id)), actor, key=key)
    except NotFound:
        raise
    except ServiceError as problem:
        return _page(found, problem)
    return view.go(".one", roster_id=roster_id)


@page.get("/school/rosters/<uuid:roster_id>/marked.xlsx")
@may(*OFFICE)
def marked(roster_id: UUID) -> Response:
    """Give the workbook back, with what is wrong in red."""
    found, actor = _found(roster_id)
    if found.marked_file_id is None:
        raise NotFound
    content, media_type = here.houses().carrier(actor).get(GET_PIECE, found.marked_file_id)
    response = make_response(content)
    response.headers["Content-Type"] = media_type
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(_FILE_NAME)}"
    return response


def _found(roster_id: UUID) -> tuple[Roster, Actor]:
    return here.houses().first(ROSTER, ReadRoster(roster_id=str(roster_id)), here.caller().actors(*OFFICE))


def _page(found: Roster, problem: ServiceError | None = None) -> Response:
    job = _job(found)
    status = status_of(problem) if problem else 200
    return view.page(
        "roster_one.html", status=status, headers=headers_of(problem) if problem else {}, roster=found, job=job,
        under_way=job.state in _UNDER_WAY, problem=problem, key=new_id(), changes=CHANGES, numbers=NUMBERS,
        taken=_taken(found), rows=_rows(found),
    )


def _job(found: Roster) -> JobStatus:
    """Return what is being done to the roster, or was done last."""
    return found.take_in or found.check


def _taken(found: Roster) -> bool:
    return bool(found.take_in and found.take_in.state is JobState.DONE)


def _rows(found: Roster) -> int:
    """Return how many people would be changed."""
    counts = found.result.counts if found.result else {}
    return sum(counts.get(change, 0) for change in CHANGES)
