"""Facts: who is concerned by what. Whoever turns out to be concerned by something of this day is told of it then."""

from contracts.actor import Role
from contracts.directory.erasure import PupilErased
from contracts.directory.school import GuardianshipChanged, PupilPlaced, StaffGranted
from contracts.received import Received
from services.notify.application.unit import Unit
from services.notify.domain.announcement import TOLD_LATE_WITHIN


def learn(unit: Unit, received: Received) -> None:
    """Keep the fact if it is newer than what stands, and tell late what it makes somebody's concern."""
    match received.event:
        case PupilPlaced() as placed:
            if unit.keep_pupil(placed.pupil_id, placed.class_id, received.sequence):
                unit.tell_guardians(placed.pupil_id, unit.now - TOLD_LATE_WITHIN)
        case GuardianshipChanged() as changed:
            if unit.keep_guardians(changed.pupil_id, changed.guardian_ids, received.sequence):
                unit.tell_guardians(changed.pupil_id, unit.now - TOLD_LATE_WITHIN)
        case PupilErased() as erased:
            unit.keep_pupil(erased.pupil_id, None, received.sequence)
            unit.keep_guardians(erased.pupil_id, (), received.sequence)
            unit.forget_pupil(erased.pupil_id)
        case StaffGranted() as granted:
            if unit.keep_leader(granted.grant_list_id, granted.person_id, led_by(granted), received.sequence):
                unit.tell_leader(granted.person_id, unit.now - TOLD_LATE_WITHIN)


def led_by(granted: StaffGranted) -> tuple[str, ...]:
    """Return the classes whose head teacher this person is."""
    return tuple(g.class_id for g in granted.grants if g.role is Role.HEAD_TEACHER and g.class_id)
