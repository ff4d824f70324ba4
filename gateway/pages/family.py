"""The family's page: one child at a time, today's homework, applications and the way to apply."""

from flask import Blueprint, Response

from contracts.actor import Role
from contracts.enrolment.application import APPLICATIONS, Application, Applications, ListApplications
from contracts.enrolment.place import PlaceState
from contracts.homework.board import BOARD, Board, ClassDay, ReadBoard
from contracts.notify.message import INBOX, ReadInbox
from gateway import here, view
from gateway.access import may
from gateway.pages.bar import bar_of
from gateway.pages.children import Child, children, chosen_child
from gateway.pages.day import ONE_DAY, day_in_address
from gateway.pages.track import glances_of
from gateway.roll import roll
from gateway.texts.dates import near_day
from plumbing import clock

page = Blueprint("family", __name__)


@page.get("/family")
@may(Role.GUARDIAN)
def today() -> Response:
    """Show the chosen child's day; what a house cannot say now is said to be missing."""
    houses, child, day = here.houses(), chosen_child(), day_in_address()
    board = houses.later(BOARD, ReadBoard(day=day, class_ids=(child.class_id,)), child.actor)
    applications = houses.later(APPLICATIONS, ListApplications(), child.actor)
    inbox = houses.later(INBOX, ReadInbox(), child.actor)
    everybody = children()
    names = roll(
        here.caller().actors(Role.GUARDIAN),
        pupil_ids=[c.pupil_id for c in everybody], class_ids=[c.class_id for c in everybody if c.class_id],
    )
    of_class, found, mail = board.or_none(), applications.or_none(), inbox.or_none()
    return view.page(
        "family.html", children=everybody, child=child, names=names, day=day, near=near_day(day, clock.today()),
        yesterday=day - ONE_DAY, tomorrow=day + ONE_DAY, board=of_class, class_day=_class_day(of_class, child),
        bar_of=bar_of, applications=_of_child(found, child), placed=_placed(found, child),
        glances_of=glances_of, unread=mail.unread if mail else 0,
    )


def _class_day(board: Board | None, child: Child) -> ClassDay | None:
    return next((c for c in board.classes if c.class_id == child.class_id), None) if board else None


def _placed(found: Applications | None, child: Child) -> bool:
    """Say whether the child has any place."""
    places = (place for one in _of_child(found, child) or () for place in one.places)
    return any(place.state is PlaceState.GIVEN for place in places)


def _of_child(found: Applications | None, child: Child) -> list[Application] | None:
    return [a for a in found.applications if a.pupil_id == child.pupil_id] if found else None
