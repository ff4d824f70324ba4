"""Invitation: somebody else becomes a guardian of a child, and gets a card to come in by."""

from datetime import timedelta

from contracts.directory.card import Cards
from contracts.directory.guardian import GuardianInvited, InviteGuardian, PrintGuardianCard
from contracts.directory.school import GuardianshipChanged
from contracts.errors import Conflict, InvalidRequest, NotFound
from services.directory.application.answering import answers_for
from services.directory.application.asker import asker
from services.directory.application.cards.printing import printed
from services.directory.application.guardians.guarding import MOST_GUARDIANS, Bond, Family, Guarding
from services.directory.application.guardians.unit import GuardianUnit
from services.directory.application.rosters.kept import NewPerson
from services.directory.application.signing_in.throttle import heard
from services.directory.application.typed import name_typed, phone_typed
from services.directory.domain.patience import Patience

_PATIENCE = Patience(
    free=20, first=timedelta(minutes=1), longest=timedelta(hours=1), memory=timedelta(days=1)
)
"""Whoever invites learns whether a number is known in the district; nobody asks for hundreds."""


def count_invitation(unit: GuardianUnit, ask: InviteGuardian) -> None:
    """Count one more invitation by whoever asks. Raises TooManyTries."""
    heard(unit, {f"invites {asker(unit).person_id}": _PATIENCE})


def invite_guardian(unit: GuardianUnit, ask: InviteGuardian) -> GuardianInvited:
    """Let the person be a guardian of the child from now on.

    Raises NotFound (neither office, head teacher nor first guardian), Conflict (no room, a guardian already),
    InvalidRequest (what cannot be read, or a number that is somebody's).
    """
    family = unit.hold_family(ask.pupil_id)
    if family is None or (bond := family.bond(asker(unit))) is Bond.GUARDIAN:
        raise NotFound
    if len(family.guardians) >= MOST_GUARDIANS:
        raise Conflict(f"一个孩子最多登记 {MOST_GUARDIANS} 位监护人，现在已经满了。")
    person_id = _person(unit, bond, family, name=name_typed(ask.name), phone=phone_typed(ask.phone))
    unit.keep_guardian(ask.pupil_id, person_id, ask.relation, asker(unit).person_id)
    guardian_ids = (*(one.who.person_id for one in family.guardians), person_id)
    unit.emit(GuardianshipChanged(pupil_id=ask.pupil_id, guardian_ids=guardian_ids))
    unit.audit("invite_guardian", "person", person_id, ask.pupil_id)
    return GuardianInvited(pupil_id=ask.pupil_id, person_id=person_id)


def print_guardian_card(unit: GuardianUnit, ask: PrintGuardianCard) -> Cards:
    """Make a card for one guardian, in the place of one made before. Raises NotFound, also for whom none is to be."""
    family = unit.family(ask.pupil_id)
    if family is None:
        raise NotFound
    bond, one = family.bond(asker(unit)), family.guardian(ask.person_id)
    if family.child.class_id is None or not may_card(unit, bond, one):
        raise NotFound
    unit.audit("print_cards", "person", ask.person_id, ask.pupil_id)
    return printed(unit, (one.who,), sheet_id=family.child.class_id)


def may_card(unit: GuardianUnit, bond: Bond, one: Guarding) -> bool:
    """Say whether the asker may make a card for this guardian: the school for whom it answers, a family for whom it has
    invited and who, without an account, sees no child but its own."""
    if not answers_for(unit, asker(unit), one.who):
        return False
    return bond.of_school or (
        one.invited_by == asker(unit).person_id
        and _children(unit, one.who.person_id) <= _children(unit, asker(unit).person_id)
    )


def _children(unit: GuardianUnit, person_id: str) -> set[str | None]:
    return {grant.pupil_id for held in unit.standing(person_id).actors for grant in held.children()}


def _person(unit: GuardianUnit, bond: Bond, family: Family, *, name: str, phone: str) -> str:
    """Return who has this number; somebody new, where nobody has. Who is known already, an office alone adds."""
    known = unit.known_people([phone]).get(phone)
    if known is None:
        new = NewPerson(person_id=unit.new_id(), name=name, phone=phone)
        unit.keep_new_people([new])
        return new.person_id
    if family.has(known.person_id):
        raise Conflict("这个号码的主人已经是孩子的监护人。")
    if bond is not Bond.OFFICE:
        raise _phone_refused("这个号码在区里已经登记过，请联系学校教导处添加。")
    if known.name != name:
        raise _phone_refused("这个号码登记在另一个姓名下。请核对姓名和号码；确实换了人的，先由原来的人改号。")
    return known.person_id


def _phone_refused(words: str) -> InvalidRequest:
    return InvalidRequest(details={"fields": {"phone": [words]}})
