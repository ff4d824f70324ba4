"""课后服务: what a school has announced to its families and staff: the letter, what, when, where, by whom (E2)."""

from flask import Blueprint, Response

from contracts.enrolment.planned import SORT_LABELS
from contracts.enrolment.programme import ANNOUNCED, OF_A_SCHOOL, Announced, ReadAnnounced
from gateway import here, view
from gateway.access import may
from gateway.pages.rules_desk import desk, desks, stay
from gateway.roll import roll

page = Blueprint("after_school", __name__)
page.url_defaults(stay)


@page.get("/after-school")
@may(*OF_A_SCHOOL)
def announced() -> Response:
    """Show what is announced, school by school for whoever belongs to several."""
    at = desk(*OF_A_SCHOOL)
    found: Announced = here.houses().ask(ANNOUNCED, ReadAnnounced(), at.actor)
    names = roll((at.actor,), person_ids=[one.lead_id for one in found.offerings if one.lead_id])
    return view.page(
        "after_school.html", desk=at, desks=desks(*OF_A_SCHOOL), found=found, names=names, sorts=SORT_LABELS,
        sessions={session.session_id: session for session in found.sessions},
    )
