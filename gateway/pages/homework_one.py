"""One piece of homework as it stands: for its teacher with receipts and ways to change it, for families to read."""

from uuid import UUID

from flask import Blueprint, Response

from contracts.actor import STAFF, Actor, Role
from contracts.homework.assignment import READ, Assignment, ReadAssignment
from contracts.notify.message import RECEIPTS, CountReceipts, ReceiptCount, ReceiptCounts
from gateway import here, view
from gateway.access import may
from gateway.houses import Later
from gateway.roll import roll

page = Blueprint("homework_one", __name__)


@page.get("/homework/<uuid:assignment_id>")
@may(*STAFF, Role.GUARDIAN)
def read(assignment_id: UUID) -> Response:
    """Show the piece; how many guardians have read of it is for staff."""
    houses, caller = here.houses(), here.caller()
    piece, actor = houses.first(READ, ReadAssignment(assignment_id=str(assignment_id)), caller.actors())
    counts = _counts(piece, actor)
    name = roll((actor,), class_ids=[piece.class_id]).class_name(piece.class_id)
    return view.page(
        "homework_one.html", piece=piece, class_name=name,
        own=piece.teacher_id == caller.person_id, receipts=_of(piece, counts), asked=counts is not None,
    )


def _counts(piece: Assignment, actor: Actor) -> Later[ReceiptCounts] | None:
    if not actor.roles() & STAFF:
        return None
    return here.houses().later(RECEIPTS, CountReceipts(about_ids=(piece.assignment_id,)), actor)


def _of(piece: Assignment, counts: Later[ReceiptCounts] | None) -> ReceiptCount | None:
    found = counts.or_none() if counts else None
    return next((c for c in found.counts if c.about_id == piece.assignment_id), None) if found else None
