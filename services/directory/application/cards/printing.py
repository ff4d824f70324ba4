"""Printing cards: codes are made, told once for the paper, and kept so that nobody can read them."""

from collections.abc import Iterable

from contracts.directory.card import Card, Cards, PrintCards, PrintStaffCards
from contracts.errors import NotFound
from services.directory.application.answering import answers_for
from services.directory.application.asker import asker, own_class
from services.directory.application.cards.card import Addressee
from services.directory.application.cards.new_card import CARD_DAYS, new_card
from services.directory.application.cards.unit import CardUnit


def print_cards(unit: CardUnit, ask: PrintCards) -> Cards:
    """Make cards for the guardians of a class who have no account, or for all those of one child. Raises NotFound."""
    own_class(unit, ask.class_id)
    if ask.pupil_id is None:
        found = [one for one in unit.guardians_of_class(ask.class_id) if not one.has_account]
    else:
        found = list(unit.guardians_of_pupil(ask.pupil_id, ask.class_id))
    seated = [pupil.pupil_id for pupil in unit.seated(ask.class_id) if ask.pupil_id in (None, pupil.pupil_id)]
    unit.audit_pupils("print_cards", seated)
    return printed(unit, found, sheet_id=ask.class_id)


def print_staff_cards(unit: CardUnit, ask: PrintStaffCards) -> Cards:
    """Make cards for the colleagues who have no account, or for one of them. Raises NotFound for nobody's."""
    school_id = asker(unit).school_id
    assert school_id is not None, "an office is a school's"
    found = [one for one in unit.colleagues() if ask.person_id in (None, one.person_id)]
    if ask.person_id and not found:
        raise NotFound
    chosen = [one for one in found if ask.person_id or not one.has_account]
    return printed(unit, chosen, sheet_id=school_id)


def printed(unit: CardUnit, people: Iterable[Addressee], *, sheet_id: str) -> Cards:
    """Return cards for those of these people for whom the asker answers, in the place of theirs of the same sheet."""
    judged = [(one, answers_for(unit, asker(unit), one)) for one in people]
    printable = [one for one, may in judged if may]
    district_id = asker(unit).district_id
    made = {
        one.person_id: new_card(unit, one, sheet_id=sheet_id, district_id=district_id)
        for one in printable if one.phone
    }
    unit.keep_cards([kept for _, kept in made.values()])
    return Cards(
        cards=tuple(
            Card(
                person_id=one.person_id, name=one.name, relation=one.relation, children=one.children,
                code=made[one.person_id][0],
            )
            for one in printable if one.phone
        ),
        without_phone=tuple(one.name for one in printable if not one.phone),
        by_office=tuple(one.name for one, may in judged if not may),
        days=CARD_DAYS,
    )
