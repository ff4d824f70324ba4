"""升级: what the next school year makes of each class, shown before the one step that begins it."""

from flask import Blueprint, Response, request

from contracts.actor import OFFICE, Actor
from contracts.directory.next_year import BEGIN_YEAR, NEXT_YEAR, BeginYear, NextYear, ReadNextYear
from contracts.errors import NotFound, ServiceError
from contracts.job import JobState
from gateway import here, view
from gateway.access import may
from gateway.forms.form import KEY
from gateway.statuses import headers_of, status_of
from plumbing.ids import new_id

page = Blueprint("next_year", __name__)
_UNDER_WAY = (JobState.QUEUED, JobState.RUNNING)


@page.get("/school/next-year")
@may(*OFFICE)
def preview() -> Response:
    """Show what would become of each class, or how far it is."""
    return _page(_found()[0])


@page.post("/school/next-year")
@may(*OFFICE)
def begin() -> Response:
    """Let the year that was shown begin, or say why not."""
    found, actor = _found()
    key = request.form.get(KEY) or new_id()
    try:
        here.houses().ask(BEGIN_YEAR, BeginYear(year=_shown_year()), actor, key=key)
    except NotFound:
        raise
    except ServiceError as problem:
        return _page(found, problem)
    return view.go(".preview")


def _shown_year() -> int:
    """Return the year that stood on the page. Raises NotFound for what was never shown there."""
    try:
        return int(request.form["year"])
    except (KeyError, ValueError) as problem:
        raise NotFound from problem


def _found() -> tuple[NextYear, Actor]:
    return here.houses().first(NEXT_YEAR, ReadNextYear(), here.caller().actors(*OFFICE))


def _page(found: NextYear, problem: ServiceError | None = None) -> Response:
    state = found.job.state if found.job else None
    return view.page(
        "next_year.html", status=status_of(problem), headers=headers_of(problem), found=found, problem=problem,
        under_way=state in _UNDER_WAY, failed=state is JobState.FAILED, done=state is JobState.DONE, key=new_id(),
        headless=[one for one in found.classes if one.becomes and not one.has_head],
    )
