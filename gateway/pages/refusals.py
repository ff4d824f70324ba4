"""不同意看护的理由: how often a school has refused basic care in a term, on which grounds (E3)."""

from flask import Blueprint, Response, request

from contracts.enrolment.ground import GROUND_LABELS
from contracts.enrolment.programme import PROGRAMME_OFFICE
from contracts.enrolment.refusals import REFUSALS, ReadRefusals
from gateway import here, view
from gateway.access import may
from gateway.pages.rules_desk import desk, desks, stay

page = Blueprint("refusals", __name__)
page.url_defaults(stay)


@page.get("/after-school/refusals")
@may(*PROGRAMME_OFFICE)
def counted() -> Response:
    """Show the counts of the term that the address names, the latest where it names none."""
    at = desk(*PROGRAMME_OFFICE)
    found = here.houses().ask(REFUSALS, ReadRefusals(term=request.args.get("term")), at.actor)
    return view.page(
        "refusals.html", desk=at, desks=desks(*PROGRAMME_OFFICE), found=found, labels=GROUND_LABELS
    )
