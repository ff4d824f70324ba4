"""Names: who a number is, for those who may know; what they may not is absent, as if it were not there."""

from contracts.actor import STAFF, Actor
from contracts.directory.people import Names, NamesWanted
from contracts.errors import InvalidRequest
from services.directory.application.asker import asker
from services.directory.application.unit import Unit

_MOST = 500


def read_names(unit: Unit, ask: NamesWanted) -> Names:
    """Return the names the asker may see in their school; every child read is on record. Raises InvalidRequest.

    Staff see the people and pupils of their school; a guardian their own children and the staff; anyone themselves and
    the schools of the district.
    """
    _bounded(ask)
    actor = asker(unit)
    staff = bool(actor.roles() & STAFF)
    pupils = _pupils(unit, ask, actor, staff)
    unit.audit_pupils("read_names", tuple(pupils))
    return Names(
        people=unit.names_of_people(ask.person_ids, own=actor.person_id, families=staff),
        pupils=pupils,
        classes={one.class_id: one.name for one in unit.named_classes(ask.class_ids)},
        schools=unit.names_of_schools(ask.school_ids),
    )


def _pupils(unit: Unit, ask: NamesWanted, actor: Actor, staff: bool) -> dict[str, str]:
    if staff:
        return unit.names_of_pupils(ask.pupil_ids)
    return unit.names_of_children(ask.pupil_ids, actor.person_id)


def _bounded(ask: NamesWanted) -> None:
    asked = {
        "person_ids": ask.person_ids, "pupil_ids": ask.pupil_ids, "class_ids": ask.class_ids,
        "school_ids": ask.school_ids,
    }
    too_long = {name: [f"一次最多 {_MOST} 个。"] for name, ids in asked.items() if len(ids) > _MOST}
    if too_long:
        raise InvalidRequest(details={"fields": too_long})
