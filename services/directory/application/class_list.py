"""Class list: who sits in a class, for its head teacher and the office; every child read is on record."""

from contracts.directory.class_list import ClassList, ReadClassList
from services.directory.application.asker import own_class
from services.directory.application.unit import Unit


def read_class_list(unit: Unit, ask: ReadClassList) -> ClassList:
    """Return the class and its pupils by seat number. Raises NotFound, also for a class that is not the asker's."""
    found = own_class(unit, ask.class_id)
    pupils = unit.seated(ask.class_id)
    unit.audit_pupils("read_class_list", tuple(pupil.pupil_id for pupil in pupils))
    return ClassList(class_id=ask.class_id, name=found.name, pupils=pupils)
