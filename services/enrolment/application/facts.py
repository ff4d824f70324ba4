"""Facts: what other houses have announced and enrolment must know."""

from contracts.directory.calendar import CalendarPublished
from contracts.directory.erasure import PupilErased
from contracts.directory.school import ClassOpened, PupilPlaced
from contracts.received import Received
from services.enrolment.application.calendar import school_calendar
from services.enrolment.application.erasure import forget
from services.enrolment.application.unit import Unit


def learn(unit: Unit, received: Received) -> None:
    """Keep the fact if it is newer than what stands; a child's open application goes with them to a new class."""
    match received.event:
        case ClassOpened() as opened:
            unit.keep_class(opened.class_id, opened.grade, received.sequence)
        case PupilPlaced() as placed:
            if unit.keep_pupil(placed.pupil_id, placed.class_id, received.sequence) and placed.class_id:
                unit.follow(placed.pupil_id, placed.class_id)
        case PupilErased() as erased:
            forget(unit, erased.pupil_id, received.sequence)
        case CalendarPublished() as published:
            school_calendar(published)  # one that contradicts itself is refused here, not in a family's face
            keep = unit.keep_own_calendar if received.school_id else unit.keep_calendar
            keep(published, received.sequence)
