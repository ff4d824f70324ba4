"""监护人: who may see a child and act for it, for its family, its head teacher and the office; and a card for one."""

from uuid import UUID

from flask import Blueprint, Response

from contracts.actor import OFFICE, Actor, Role
from contracts.directory.guardian import (
    GUARDIANS,
    PRINT_GUARDIAN_CARD,
    Guardians,
    PrintGuardianCard,
    ReadGuardians,
)
from gateway import here, view
from gateway.access import may
from gateway.pages.cards import sheet

page = Blueprint("guardians", __name__)
WHO = (*OFFICE, Role.HEAD_TEACHER, Role.GUARDIAN)


@page.get("/children/<uuid:pupil_id>/guardians")
@may(*WHO)
def guardians(pupil_id: UUID) -> Response:
    """Show them, with what the reader may do about each."""
    found, actor = guardians_of(pupil_id)
    return view.page("guardians.html", found=found, of_school=bool(actor.roles() - {Role.GUARDIAN}))


@page.post("/children/<uuid:pupil_id>/guardians/<uuid:person_id>/card")
@may(*WHO)
def card(pupil_id: UUID, person_id: UUID) -> Response:
    """Show a card, once; one made before is void, so that a second press does no harm."""
    ask = PrintGuardianCard(pupil_id=str(pupil_id), person_id=str(person_id))
    return sheet(*here.houses().first(PRINT_GUARDIAN_CARD, ask, here.caller().actors(*WHO)))


def guardians_of(pupil_id: UUID) -> tuple[Guardians, Actor]:
    """Return a child's guardians and as whom they are read. Raises NotFound."""
    ask = ReadGuardians(pupil_id=str(pupil_id))
    return here.houses().first(GUARDIANS, ask, here.caller().actors(*WHO))
