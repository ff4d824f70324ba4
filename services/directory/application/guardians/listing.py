"""Guardians: who may see a child and act for it, told to its family, its head teacher and the office."""

from contracts.directory.guardian import Guardian, Guardians, PastGuardian, ReadGuardians
from contracts.errors import NotFound
from services.directory.application.answering import answers_for
from services.directory.application.asker import asker
from services.directory.application.guardians.guarding import MOST_GUARDIANS, Bond, Family, Guarding
from services.directory.application.guardians.invitation import may_card
from services.directory.application.guardians.unit import GuardianUnit


def read_guardians(unit: GuardianUnit, ask: ReadGuardians) -> Guardians:
    """Return the child's guardians with what the asker may do about each; the look goes on record. Raises NotFound."""
    family = unit.family(ask.pupil_id)
    if family is None:
        raise NotFound
    bond = family.bond(asker(unit))
    unit.audit_pupils("read_guardians", (ask.pupil_id,))
    return Guardians(
        pupil_id=ask.pupil_id, pupil_name=family.child.name, class_id=family.child.class_id,
        guardians=tuple(_shown(unit, family, bond, one) for one in family.guardians),
        past=tuple(PastGuardian(**vars(one)) for one in unit.past_guardians(ask.pupil_id) if bond is Bond.OFFICE),
        may_invite=bond is not Bond.GUARDIAN and len(family.guardians) < MOST_GUARDIANS,
    )


def _shown(unit: GuardianUnit, family: Family, bond: Bond, one: Guarding) -> Guardian:
    return Guardian(
        person_id=one.who.person_id, name=one.who.name, relation=one.relation, since=one.since,
        first=one is family.guardians[0], own=one.who.person_id == asker(unit).person_id,
        has_account=one.who.has_account if bond.of_school else None,
        actions=tuple(_actions(unit, family, bond, one)),
    )


def _actions(unit: GuardianUnit, family: Family, bond: Bond, one: Guarding) -> list[str]:
    actions = ["card"] if family.child.class_id and may_card(unit, bond, one) else []
    if bond is not Bond.OFFICE:
        return actions
    if answers_for(unit, asker(unit), one.who):
        actions.append("number")
        if one.who.has_account and one.who.person_id != asker(unit).person_id:
            actions.append("sign_out")
    if not family.has(asker(unit).person_id):
        actions.append("end")
    return actions
