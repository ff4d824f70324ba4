"""Erasing: nothing is known of a child afterwards, nor of an adult who was here for it alone; others hear its id."""

from collections.abc import Sequence

from contracts.directory.erasure import PupilErased
from contracts.directory.school import GuardianshipChanged
from contracts.directory.session import SessionEnded
from services.directory.application.erasures.unit import ErasureUnit


def erase(unit: ErasureUnit, pupil_ids: Sequence[str]) -> int:
    """Delete these children's data; return how many they were.

    Rosters and files of the school may name them, and are deleted whole; so are stored answers that do.
    """
    if not pupil_ids:
        return 0
    family = unit.family_of(pupil_ids)
    unit.keep_erased(pupil_ids)
    erased = sorted(unit.forget_pupils(pupil_ids))
    unit.audit_pupils("erase", erased)
    unit.forget_papers()
    for person_id in sorted(family.guardian_ids):
        _forget(unit, person_id)
    unit.forget_answers({*pupil_ids, *family.names})
    for pupil_id in erased:
        unit.emit_all((GuardianshipChanged(pupil_id=pupil_id, guardian_ids=()), PupilErased(pupil_id=pupil_id)))
    return len(erased)


def _forget(unit: ErasureUnit, person_id: str) -> None:
    """Forget an adult whom nobody needs; whoever keeps a copy of an open session is told that it is over."""
    open_ones = [session.session_id for session in unit.sessions_of(person_id)]
    if unit.forget_person(person_id):
        unit.emit_all(SessionEnded(session_id=session_id) for session_id in open_ones)
