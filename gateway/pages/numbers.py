"""换手机号的申请: the office calls each number that a guardian asks for, and confirms or refuses it."""

from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.actor import OFFICE
from contracts.directory.number import (
    DECIDE_NUMBER,
    NUMBER_REQUESTS,
    DecideNumber,
    ListNumberRequests,
    NumberDecision,
)
from contracts.errors import InvalidRequest
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.forms.refusal import by_field
from gateway.houses import first_found

page = Blueprint("numbers", __name__)
_SAID = {
    NumberDecision.CONFIRM: "号码已经改好，对方以后用新号码登录",
    NumberDecision.REFUSE: "没有改动，对方还是用原来的号码",
}


@page.get("/school/numbers")
@may(*OFFICE)
def waiting() -> Response:
    """Show who waits, the longest first."""
    heard = [
        here.houses().later(NUMBER_REQUESTS, ListNumberRequests(), actor) for actor in here.caller().actors(*OFFICE)
    ]
    requests = [one for answer in heard for one in answer.answer().requests]
    return view.page("numbers.html", waiting=[(one, _form(one.request_id, Given())) for one in requests])


@page.post("/school/numbers/<uuid:request_id>")
@may(*OFFICE)
def decide(request_id: UUID) -> Response:
    """Let the number be theirs, or not; of what cannot be, say why."""
    form = _form(str(request_id), request.form)
    try:
        decided, _ = first_found(
            lambda actor: here.houses().ask(DECIDE_NUMBER, form.load(), actor, key=form.key),
            here.caller().actors(*OFFICE),
        )
        flash(_SAID[decided.decision], "done")
    except InvalidRequest as refused:
        flash("".join(said for told in by_field(refused).values() for said in told), "warning")
    return view.go("numbers.waiting")


def _form(request_id: str, given: Given) -> Form[DecideNumber]:
    questions = Questions(
        message=DecideNumber, title="换手机号的申请", action="确认", fixed={"request_id": request_id}
    )
    return Form(questions, given)
