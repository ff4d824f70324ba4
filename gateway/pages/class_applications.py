"""审核: the applications of the classes a head teacher leads, those that wait for a decision first."""

from flask import Blueprint, Response, request

from contracts.actor import Role
from contracts.enrolment.application import APPLICATIONS, ListApplications
from gateway import here, view
from gateway.access import may
from gateway.roll import roll

page = Blueprint("class_applications", __name__)


@page.get("/class/applications")
@may(Role.HEAD_TEACHER)
def waiting() -> Response:
    """Show what needs a decision, or all of them, with every name in one call."""
    every = "all" in request.args
    actors = here.caller().actors(Role.HEAD_TEACHER)
    ask = ListApplications(waiting_only=not every)
    applications = [a for actor in actors for a in here.houses().ask(APPLICATIONS, ask, actor).applications]
    names = roll(actors, pupil_ids=[a.pupil_id for a in applications], class_ids=[a.class_id for a in applications])
    return view.page("class_applications.html", applications=applications, names=names, every=every)
