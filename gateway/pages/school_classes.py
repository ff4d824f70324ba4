"""班级: the school's classes for its office, and who sits in one, the way to each child's record."""

from uuid import UUID

from flask import Blueprint, Response

from contracts.actor import OFFICE, Role
from contracts.directory.class_list import CLASS_LIST, ReadClassList
from contracts.directory.school import CLASSES, ListClasses
from gateway import here, view
from gateway.access import may

page = Blueprint("school_classes", __name__)


@page.get("/school/classes")
@may(*OFFICE)
def every() -> Response:
    """Show the classes of each school whose office this is."""
    actors = here.caller().actors(*OFFICE)
    heard = [here.houses().later(CLASSES, ListClasses(), actor) for actor in actors]
    return view.page("school_classes.html", classes=[one for answer in heard for one in answer.answer().classes])


@page.get("/school/classes/<uuid:class_id>")
@may(*OFFICE, Role.HEAD_TEACHER)
def one(class_id: UUID) -> Response:
    """Show who sits in the class."""
    ask, actors = ReadClassList(class_id=str(class_id)), here.caller().actors(*OFFICE, Role.HEAD_TEACHER)
    found, actor = here.houses().first(CLASS_LIST, ask, actors)
    return view.page("class_list.html", found=found, office=bool(actor.roles() & OFFICE))
