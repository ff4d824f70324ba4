"""Ending a guardianship: from this moment somebody neither sees the child nor acts for it; that they did, stays."""

from contracts.directory.guardian import EndGuardianship, EndReason, GuardianshipEnded
from contracts.directory.school import GuardianshipChanged
from contracts.errors import Conflict, InvalidRequest, NotFound
from services.directory.application.asker import asker
from services.directory.application.guardians.guarding import Family
from services.directory.application.guardians.unit import GuardianUnit


def end_guardianship(unit: GuardianUnit, ask: EndGuardianship) -> GuardianshipEnded:
    """End the right, for a reason that the office gives.

    Raises NotFound (no guardian, or none any more), InvalidRequest (a reason that is nobody's choice), Conflict (the
    asker's own child).
    """
    family = unit.hold_family(ask.pupil_id)
    if family is None:
        raise NotFound
    if ask.reason is EndReason.ROSTER:
        raise InvalidRequest(details={"fields": {"reason": ["请从列表中选择。"]}})
    if family.has(asker(unit).person_id):
        raise Conflict("自己孩子的监护人，请由学校的另一位同事处理。")
    family.guardian(ask.person_id)
    return _ended(unit, family, ask)


def _ended(unit: GuardianUnit, family: Family, ask: EndGuardianship) -> GuardianshipEnded:
    left = family.others(ask.person_id)
    unit.end_guardian(ask.pupil_id, ask.person_id, ask.reason, asker(unit).person_id)
    unit.emit(GuardianshipChanged(pupil_id=ask.pupil_id, guardian_ids=tuple(one.who.person_id for one in left)))
    unit.audit("end_guardianship", "person", ask.person_id, ask.pupil_id)
    return GuardianshipEnded(pupil_id=ask.pupil_id, person_id=ask.person_id, guardians_left=len(left))
