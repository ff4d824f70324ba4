"""课后服务收费: what a term's places cost, offering by offering: amounts by the rules, nothing is collected (E15)."""

from flask import Blueprint, Response, request

from contracts.enrolment.fee import FEES, ReadFees
from contracts.enrolment.programme import PROGRAMME_OFFICE
from gateway import here, view
from gateway.access import may
from gateway.pages.rules_desk import desk, desks, stay

page = Blueprint("fees", __name__)
page.url_defaults(stay)


@page.get("/after-school/fees")
@may(*PROGRAMME_OFFICE)
def statement() -> Response:
    """Show the statement of the term that the address names, of the latest where it names none."""
    at = desk(*PROGRAMME_OFFICE)
    found = here.houses().ask(FEES, ReadFees(term=request.args.get("term")), at.actor)
    return view.page("fees.html", desk=at, desks=desks(*PROGRAMME_OFFICE), found=found)
