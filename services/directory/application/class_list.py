"""Class list: who sits in a class, for its head teacher and the office; every child read is on record."""

from contracts.actor import OFFICE
from contracts.directory.class_list import ClassList, ReadClassList
from contracts.errors import NotFound
from services.directory.application.unit import Unit


def read_class_list(unit: Unit, ask: ReadClassList) -> ClassList:
    """Return the class and its pupils by seat number. Raises NotFound, also for a class that is not the asker's."""
    actor, found = unit.actor, unit.named_classes((ask.class_id,))
    assert actor is not None, "a call has an actor"
    if not found or not (actor.roles() & OFFICE or actor.heads(ask.class_id)):
        raise NotFound
    pupils = unit.seated(ask.class_id)
    unit.audit_pupils("read_class_list", tuple(pupil.pupil_id for pupil in pupils))
    return ClassList(class_id=ask.class_id, name=found[0].name, pupils=pupils)
