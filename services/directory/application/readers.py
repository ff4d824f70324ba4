"""Readers: who has looked at a child's data, and when; guardians learn in which role, the office learns who."""

from datetime import timedelta

from contracts.actor import OFFICE
from contracts.directory.readers import Readers, Reading, ReadReaders
from contracts.errors import NotFound
from services.directory.application.asker import asker
from services.directory.application.record import OnRecord
from services.directory.application.unit import Unit

_DAYS = timedelta(days=30)


def read_readers(unit: Unit, ask: ReadReaders) -> Readers:
    """Return who has read the child's data in thirty days; this look goes on record too. Raises NotFound."""
    actor = asker(unit)
    office = bool(actor.roles() & OFFICE)
    if not (office or actor.child(ask.pupil_id)) or not unit.names_of_pupils((ask.pupil_id,)):
        raise NotFound
    last = ask.until or unit.today
    first = last - _DAYS + timedelta(days=1)
    found = unit.on_record(ask.pupil_id, first, last)
    unit.audit_pupils("read_readers", (ask.pupil_id,))
    readings = tuple(_told(one, own=one.actor_id == actor.person_id, office=office) for one in found)
    return Readers(pupil_id=ask.pupil_id, first=first, last=last, readings=readings)


def _told(one: OnRecord, *, own: bool, office: bool) -> Reading:
    return Reading(
        on=one.on, last_at=one.last_at, times=one.times, roles=one.roles, own=own,
        person_id=one.actor_id if office else None,
    )
