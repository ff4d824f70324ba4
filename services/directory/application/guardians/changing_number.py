"""Changing a number: what a person signs in by, and what cards for them are proved with, is another from now on."""

from contracts.directory.number import ChangeNumber, NumberChanged
from contracts.errors import InvalidRequest, NotFound
from services.directory.application.answering import answers_for
from services.directory.application.asker import asker
from services.directory.application.guardians.number_unit import NumberUnit
from services.directory.application.signing_in.ending import end_every_session
from services.directory.application.typed import phone_typed

TAKEN = "这个号码已经登记给另一个人，请核对。"


def change_number(unit: NumberUnit, ask: ChangeNumber) -> NumberChanged:
    """Let the office's word be the guardian's number; whoever has their old phone in hand is signed out.

    Raises NotFound (no guardian of this child, or somebody for whom another office answers), InvalidRequest.
    """
    family = unit.hold_family(ask.pupil_id)
    if family is None:
        raise NotFound
    one = family.guardian(ask.person_id)
    if not answers_for(unit, asker(unit), one.who):
        raise NotFound
    let_number_be(unit, ask.person_id, phone_typed(ask.phone))
    end_every_session(unit, ask.person_id)
    unit.audit("change_number", "person", ask.person_id, ask.pupil_id)
    return NumberChanged(person_id=ask.person_id)


def let_number_be(unit: NumberUnit, person_id: str, phone: str) -> None:
    """Let this be the person's number. Raises InvalidRequest if it is another's."""
    known = unit.known_people([phone]).get(phone)
    if (known and known.person_id != person_id) or unit.number_opens_anothers(person_id, phone):
        raise InvalidRequest(details={"fields": {"phone": [TAKEN]}})
    unit.keep_number(person_id, phone)
