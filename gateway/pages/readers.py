"""谁看过: who has looked at a child's data, for the child's guardians and the school's office."""

from datetime import timedelta
from uuid import UUID

from flask import Blueprint, Response, request
from marshmallow import ValidationError

from contracts.actor import OFFICE, Role
from contracts.directory.readers import READERS, ReadReaders
from contracts.errors import NotFound
from gateway import here, view
from gateway.access import may
from gateway.roll import roll

page = Blueprint("readers", __name__)


@page.get("/children/<uuid:pupil_id>/readers")
@may(*OFFICE, Role.GUARDIAN)
def readers(pupil_id: UUID) -> Response:
    """Show thirty days, the latest look first."""
    found, actor = here.houses().first(READERS, _ask(pupil_id), here.caller().actors(*OFFICE, Role.GUARDIAN))
    people = [one.person_id for one in found.readings if one.person_id]
    names = roll((actor,), pupil_ids=[found.pupil_id], person_ids=people)
    earlier = found.first - timedelta(days=1)
    return view.page("readers.html", found=found, names=names, earlier=earlier, office=bool(actor.roles() & OFFICE))


def _ask(pupil_id: UUID) -> ReadReaders:
    try:
        return ReadReaders.load({"pupil_id": str(pupil_id), "until": request.args.get("until")})
    except ValidationError as problem:
        raise NotFound from problem
