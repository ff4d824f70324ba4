"""The first page: what this is, or what the person who is signed in can do."""

from flask import Blueprint, Response

from contracts.actor import Role
from contracts.enrolment.application import APPLICATIONS, DECIDERS, ListApplications
from contracts.enrolment.roster import LED_OFFERINGS, STAFF_OF_SCHOOL, LedOffering, ListLed
from contracts.notify.message import INBOX, ReadInbox
from gateway import here, view
from gateway.access import public
from gateway.pages.checkup import checkups

page = Blueprint("home", __name__)


@page.get("/")
@public
def home() -> Response:
    """Show the way in; a family goes straight to its children, an office sees first what its school lacks.

    Whoever is signed in and holds nothing any more is told so.
    """
    caller = here.caller()
    if not caller.signed_in:
        return view.page("welcome.html")
    if caller.unproven:
        return view.go("second_step.own")
    if not caller.holds():
        return view.page("holds_nothing.html")
    if caller.only(Role.GUARDIAN):
        return view.go("family.today")
    return view.page(
        "home.html", unread=_unread(), waiting=_waiting(), headed=caller.grants(Role.HEAD_TEACHER),
        decides=caller.holds(*DECIDERS),
        checkups=checkups(), led=_led(),
    )


def _led() -> list[LedOffering]:
    staff = here.caller().actors(*STAFF_OF_SCHOOL)
    answers = [here.houses().later(LED_OFFERINGS, ListLed(), actor) for actor in staff]
    return [one for answer in answers if (found := answer.or_none()) for one in found.offerings]


def _unread() -> int:
    answers = [here.houses().later(INBOX, ReadInbox(), actor) for actor in here.caller().actors()]
    return sum(inbox.unread for answer in answers if (inbox := answer.or_none()))


def _waiting() -> int:
    deciders = here.caller().actors(*DECIDERS)
    answers = [here.houses().later(APPLICATIONS, ListApplications(waiting_only=True), actor) for actor in deciders]
    return sum(len(found.applications) for answer in answers if (found := answer.or_none()))
