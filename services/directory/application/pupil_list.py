"""Pupil list: class, seat and name of some children for the staff of their school; every child read is on record."""

from contracts.directory.pupil_list import PupilList, ReadPupilList
from services.directory.application.unit import Unit


def read_pupil_list(unit: Unit, ask: ReadPupilList) -> PupilList:
    """Return those of these children who are in a class of the asker's school, by class and seat."""
    found = unit.listed(ask.pupil_ids)
    unit.audit_pupils("read_pupil_list", tuple(one.pupil_id for one in found))
    return PupilList(pupils=found)
