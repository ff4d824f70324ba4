"""Erasure: nothing of a child is kept here but that its id means nobody; what it held goes to those who wait."""

from services.enrolment.application.ending import hand_over
from services.enrolment.application.unit import Unit


def forget(unit: Unit, pupil_id: str, sequence: int) -> None:
    """Let the child's places go to the first in line, where their term still runs, and delete its applications.

    The child stays known as one who is in no class, so that older news, coming later, brings nothing back.
    """
    unit.keep_pupil(pupil_id, None, sequence)
    unit.keep_guardians(pupil_id, (), sequence)
    for application_id in unit.running_of(pupil_id):
        if application := unit.taken_in_hand(application_id):
            hand_over(unit, application)
    unit.forget_applications(pupil_id)
    unit.forget_answers((pupil_id,))
