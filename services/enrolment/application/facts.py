"""Facts: what other houses have announced and enrolment must know."""

from dataclasses import replace

from contracts.directory.calendar import CalendarPublished
from contracts.directory.erasure import PupilErased
from contracts.directory.school import ClassOpened, GuardianshipChanged, PupilPlaced, StaffGranted
from contracts.enrolment.offering import OfferingKind
from contracts.event import Event
from contracts.received import Received
from contracts.rulebook.chain import ChainPublished
from contracts.rulebook.norms import NormsPublished
from engines.approval import SYSTEM, Close, definition_from_plain
from services.enrolment.application.beginning import begin_left_over
from services.enrolment.application.calendar import school_calendar
from services.enrolment.application.ending import end
from services.enrolment.application.erasure import forget
from services.enrolment.application.unit import Unit
from services.enrolment.domain.posts import places, post
from services.enrolment.domain.standing import State

_LEFT = "孩子已经不在本校，申请随之结束。"


def learn(unit: Unit, received: Received) -> None:
    """Keep the fact if it is newer than what stands, and let what is on its way follow it."""
    match received.event:
        case ChainPublished() as published:
            _chain(unit, published)
        case NormsPublished() as layer:
            unit.learn_layer(layer, received.sequence)
        case CalendarPublished() as published:
            school_calendar(published)  # one that contradicts itself is refused here, not in a family's face
            keep = unit.keep_own_calendar if received.school_id else unit.keep_calendar
            keep(published, received.sequence)
        case told:
            _learn_of_people(unit, told, received.sequence)


def _learn_of_people(unit: Unit, told: Event, sequence: int) -> None:
    match told:
        case ClassOpened() as opened:
            unit.keep_class(opened.class_id, opened.grade, sequence)
        case PupilPlaced() as placed:
            if unit.keep_pupil(placed.pupil_id, placed.class_id, sequence):
                _moved(unit, placed.pupil_id, placed.class_id)
        case GuardianshipChanged() as changed:
            unit.keep_guardians(changed.pupil_id, changed.guardian_ids, sequence)
        case StaffGranted() as granted:
            unit.keep_staff(granted.grant_list_id, granted.person_id, _posts(granted), sequence)
        case PupilErased() as erased:
            forget(unit, erased.pupil_id, sequence)


def _moved(unit: Unit, pupil_id: str, class_id: str | None) -> None:
    """A child's open applications go with them to a new class, and are over when they have left."""
    if class_id is None:
        for application_id in unit.running_of(pupil_id):
            if application := unit.taken_in_hand(application_id):
                end(unit, application, Close(comment=_LEFT), SYSTEM, State.CLOSED)
        return
    cases = unit.cases_of(unit.follow(pupil_id, class_id))
    held, child = unit.in_hand([case_id for own in cases.values() for case_id in own.values()]), unit.child(pupil_id)
    where = places(class_id=class_id, grade=child.grade if child else None, pupil_id=pupil_id)
    unit.go_elsewhere([replace(one, places={**one.places, **where}) for one in held])


def _chain(unit: Unit, published: ChainPublished) -> None:
    """Keep a version of the school's chain; whatever was asked for before the first one sets out on it."""
    definition = definition_from_plain(published.definition, published.version)
    unit.hold_chains()
    unit.keep_chain(published.affair, published.version, published.definition)
    begin_left_over(unit, OfferingKind(published.affair), definition)


def _posts(granted: StaffGranted) -> tuple[str, ...]:
    return tuple(dict.fromkeys(post(one.role, class_id=one.class_id, grade=one.grade) for one in granted.grants))
